"""Every list and page with 1, 3 and 50 items, under one literal number of queries, at most twelve.

Counted on the second request: content types and the site's root are remembered by each process.
"""

import pytest

from tests.factories import (
    AppointmentFactory,
    CallIndexPageFactory,
    CallPageFactory,
    ChannelFactory,
    ColleagueFactory,
    CycleFactory,
    PictureFactory,
    ProgramIndexPageFactory,
    ProgramPageFactory,
    QuestionFactory,
    RegionFactory,
    SpotlightIndexPageFactory,
    SpotlightPageFactory,
    StandardPageFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.parametrize("number", [1, 3, 50])]


@pytest.fixture(autouse=True)
def _rooms(home):
    for make in (ProgramIndexPageFactory, CallIndexPageFactory, SpotlightIndexPageFactory):
        make()


@pytest.fixture
def costs(client, django_assert_num_queries):
    def _costs(address, queries):
        assert client.get(address).status_code == 200
        with django_assert_num_queries(queries):
            client.get(address)

    return _costs


def test_home(costs, number):
    CallPageFactory.create_batch(number)
    SpotlightPageFactory.create_batch(number)
    ProgramPageFactory.create_batch(number)
    costs("/", 10)


def test_the_program(costs, number):
    picture = PictureFactory()
    ProgramPageFactory.create_batch(number, picture=picture)
    costs("/program/", 9)


def test_a_page_of_the_program(costs, number):
    page = ProgramPageFactory(cycles=CycleFactory.build_batch(number))
    costs(page.get_url(), 8)


def test_the_calls_that_are_open(costs, number):
    CallPageFactory.create_batch(number)
    costs("/calls/", 9)


def test_the_calls_to_come(costs, number):
    CallPageFactory.create_batch(number, upcoming=True)
    costs("/calls/", 9)


def test_the_closed_calls_with_who_was_appointed(costs, number):
    for _ in range(number):
        CallPageFactory(closed=True, appointments=AppointmentFactory.build_batch(2))
    costs("/calls/", 11)


def test_a_call_with_its_questions(costs, number):
    call = CallPageFactory(questions=QuestionFactory.build_batch(number))
    costs(call.get_url(), 9)


def test_the_form_of_a_call(costs, number):
    RegionFactory.create_batch(number)
    call = CallPageFactory(questions=QuestionFactory.build_batch(number))
    costs(f"{call.get_url()}answer/", 11)


def test_a_closed_call_with_its_result(costs, number):
    CallPageFactory.create_batch(number)
    call = CallPageFactory(closed=True, appointments=AppointmentFactory.build_batch(number))
    costs(call.get_url(), 11)


def test_the_spotlights(costs, number):
    TopicFactory.create_batch(number)
    SpotlightPageFactory.create_batch(number)
    costs("/spotlights/", 11)


def test_the_spotlights_with_pictures(costs, number):
    for _ in range(number):
        SpotlightPageFactory(picture=PictureFactory())
    costs("/spotlights/", 11)


def test_a_spotlight_with_its_colleagues_steps_and_chain(costs, number):
    ChannelFactory.create_batch(number)
    spotlight = SpotlightPageFactory(
        colleagues=ColleagueFactory.build_batch(number), steps=[("steps", ["One thing to do."] * number)]
    )
    SpotlightPageFactory.create_batch(number, built_on=spotlight)
    costs(spotlight.get_url(), 11)


def test_a_page_of_text_with_pages_below_it(costs, number):
    page = StandardPageFactory(body=[("text", "<p>Words.</p>")] * number)
    StandardPageFactory.create_batch(number, parent=page)
    costs(page.get_url(), 7)


def test_search_over_everything(costs, number):
    plant_findable(number)
    costs("/search/?q=findable", 10)


# Other pages are of several types; what they hold beyond a title takes one query more.
@pytest.mark.parametrize(("kind", "queries"), [("calls", 7), ("spotlights", 7), ("program", 7), ("pages", 8)])
def test_search_among_one_kind(costs, number, kind, queries):
    plant_findable(number)
    costs(f"/search/?q=findable&kind={kind}", queries)


def plant_findable(number):
    for index in range(number):
        for make in (CallPageFactory, SpotlightPageFactory, ProgramPageFactory, StandardPageFactory):
            make(title=f"Findable {index}")
