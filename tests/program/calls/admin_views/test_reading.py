"""The readers' own pages: what to read, in which order, and what becomes of what they say."""

from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry

from program.calls.enums import QuestionKind, Status
from program.calls.models import Application, Reading
from program.calls.services import deciding, reading
from tests.browsing import form_in, send, soup, text_of
from tests.factories import (
    NOW,
    ApplicationFactory,
    CallPageFactory,
    CallReaderFactory,
    CriterionFactory,
    QuestionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    criteria = [CriterionFactory(name="Clear", description="A 5 needs no second look."), CriterionFactory(name="New")]
    return CallPageFactory(title="Sample jury", criteria=criteria)


@pytest.fixture
def reader(client, call):
    user = CallReaderFactory(page=call).user
    client.force_login(user)
    return user


def page_of(application) -> str:
    return f"/admin/to-read/{application.call_id}/{application.reference}/"


def record(application, user, **changes):
    said = {"recommendation": "yes", "scores": {}, "comment": "", "at": NOW} | changes
    return reading.record(application=application, reader=user, **said)


def filled_in(client, application, **changes) -> dict:
    """The form of ``application`` as it stands, with a 4 for each criterion and a yes; ``changes`` win."""
    scores = {f"score-{each.pk}": "4" for each in application.call.criteria.all()}
    return form_in(client.get(page_of(application))) | scores | {"recommendation": "yes"} | changes


def listed(response) -> list[str]:
    return [each.get_text() for each in soup(response).select(".reading-list__name")]


# --- The lists


def test_the_calls_say_how_much_is_left_and_done(client, reader, call):
    first = ApplicationFactory(call=call)
    ApplicationFactory.create_batch(2, call=call)
    record(first, reader)
    words = text_of(client.get("/admin/to-read/"))
    assert "Sample jury 2 to read · 1 done · applicants hear by" in words


def test_somebody_whom_no_call_names_is_told_who_adds_them(client, reader):
    reader.reads_for.all().delete()
    assert "No call names you as a reader" in text_of(client.get("/admin/to-read/"))


def test_what_fewest_have_read_comes_first_and_what_is_read_last(client, reader, call):
    names = ["Twice", "Once", "Never", "Mine"]
    twice, once, _never, mine = [
        ApplicationFactory(call=call, name=name, arrived_at=call.opens_at + timedelta(hours=hour))
        for hour, name in enumerate(names)
    ]
    others = [CallReaderFactory(page=call).user for _ in range(2)]
    for application, users in ((twice, others), (once, others[:1]), (mine, [reader])):
        for user in users:
            record(application, user)
    assert listed(client.get(f"/admin/to-read/{call.pk}/")) == ["Never", "Once", "Twice", "Mine"]


def test_what_was_decided_is_no_longer_asked_for_and_what_was_read_stays(client, reader, call):
    unread, read = ApplicationFactory(call=call, name="Unread"), ApplicationFactory(call=call, name="Was read")
    record(read, reader)
    for application, seen in ((unread, Status.RECEIVED), (read, Status.IN_REVIEW)):
        deciding.move(application=application, to=Status.NOT_THIS_TIME, seen=seen, by=None, at=NOW)
    assert listed(client.get(f"/admin/to-read/{call.pk}/")) == ["Was read"]
    page = client.get(page_of(read))
    assert "Decided" in text_of(page)
    assert "You: Yes" in text_of(page)
    assert soup(page).select_one("main form[method=post]") is None


# --- One application


def test_the_questions_of_the_call_come_first_and_what_was_left_empty_is_left_out(client, reader, call):
    page = client.get(page_of(ApplicationFactory(call=call)))
    titles = [each.get_text() for each in soup(page).select(".reading__answers h2")]
    assert titles[0] == "The questions of this call"
    assert "Pronouns" not in text_of(page)


def test_a_reading_is_saved_and_the_next_one_opens(client, reader, call):
    first, second = ApplicationFactory(call=call), ApplicationFactory(call=call)
    response = send(client, page_of(first), filled_in(client, first, comment="Good company.", next=""))
    assert (response.status_code, response.url) == (302, page_of(second))
    kept = Reading.objects.get()
    assert (kept.reader, kept.recommendation, kept.comment) == (reader, "yes", "Good company.")
    assert {score.criterion: score.value for score in kept.scores.all()} == {"Clear": 4, "New": 4}
    response = send(client, page_of(second), filled_in(client, second, next=""), follow=True)
    assert "That was the last one for now" in text_of(response, "body")


def test_saving_without_going_on_leads_back_to_the_list(client, reader, call):
    first, _second = ApplicationFactory(call=call), ApplicationFactory(call=call)
    response = send(client, page_of(first), filled_in(client, first))
    assert response.url == f"/admin/to-read/{call.pk}/"


def test_the_form_comes_back_with_what_was_said_before(client, reader, call):
    application = ApplicationFactory(call=call)
    said = filled_in(client, application, comment="Good company.", recommendation="maybe")
    send(client, page_of(application), said)
    again = form_in(client.get(page_of(application)))
    again.pop("csrfmiddlewaretoken"), said.pop("csrfmiddlewaretoken", None)
    assert again == {name: [value] if isinstance(value, str) else value for name, value in said.items()}


@pytest.mark.parametrize("score", ["", "0", "6", "4.5", "x", "\x00"])
def test_a_score_that_is_none_is_refused_at_its_criterion_and_nothing_typed_is_lost(client, reader, call, score):
    application = ApplicationFactory(call=call)
    key = f"score-{call.criteria.first().pk}"
    wrong = filled_in(client, application, comment="Long thoughts.", **{key: score})
    response = send(client, page_of(application), wrong)
    assert "Clear: " in text_of(response, ".reading-errors")
    assert soup(response).select_one(f'.reading-errors a[href="#id_{key}_0"]') is not None
    assert form_in(response)["comment"] == ["Long thoughts."]
    assert not Reading.objects.exists()


def test_what_was_written_is_still_there_when_it_was_decided_meanwhile(client, reader, call):
    application = ApplicationFactory(call=call)
    said = filled_in(client, application, comment="Long thoughts.")
    deciding.move(application=application, to=Status.OFFERED, seen=Status.RECEIVED, by=None, at=NOW)
    response = send(client, page_of(application), said)
    assert "It was decided meanwhile" in text_of(response)
    assert form_in(response)["comment"] == ["Long thoughts."]


def test_a_call_without_criteria_asks_for_a_recommendation_alone(client, reader, call):
    call.criteria.all().delete()
    application = ApplicationFactory(call=call)
    assert set(form_in(client.get(page_of(application)))) == {"csrfmiddlewaretoken", "comment"}
    send(client, page_of(application), {"recommendation": "no", "comment": ""})
    assert Reading.objects.get().recommendation == "no"


def test_who_corrected_after_the_reading_is_marked(client, reader, call):
    application = ApplicationFactory(call=call)
    record(application, reader)
    Application.objects.update(corrected_at=NOW + timedelta(hours=1))
    assert "corrected since" in text_of(client.get(f"/admin/to-read/{call.pk}/"))
    assert "corrected the answers" in text_of(client.get(page_of(application)))


def test_each_look_is_recorded_once_and_a_look_at_the_list_is_none(client, reader, call):
    """Guard: ``record_view`` in ``ReadView.get``."""
    application = ApplicationFactory(call=call)
    looks = ModelLogEntry.objects.filter(action="calls.view")
    client.get(f"/admin/to-read/{call.pk}/")
    assert looks.count() == 0
    client.get(page_of(application))
    [look] = looks
    assert (look.user, look.object_id, look.label) == (reader, str(application.pk), application.reference)


def test_giving_one_up_is_asked_once_more_then_closes_it(client, reader, call):
    application = ApplicationFactory(call=call, name="A friend of mine")
    address = f"{page_of(application)}conflict/"
    assert "A friend of mine" in text_of(client.get(address))
    assert Application.objects.to_read_by(reader).exists()
    response = send(client, address, {"why": "A friend."}, follow=True)
    assert f"{application.reference} is closed to you now" in text_of(response, "body")
    assert "A friend of mine" not in response.content.decode()
    assert client.get(page_of(application)).status_code == 404


# --- How much it costs


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_pages_take_the_same_queries_for_any_number(client, reader, call, django_assert_num_queries, number):
    """Half of the applications have been read, by the reader and by others."""
    call.questions.set([QuestionFactory(label=f"Part {index}", field_type=QuestionKind.SINGLELINE) for index in "ab"])
    call.save()
    others = [CallReaderFactory(page=call).user for _ in range(min(number, 5))]
    for index in range(number):
        application = ApplicationFactory(call=call)
        if index % 2:
            for user in (reader, *others):
                record(application, user, scores={"Clear": 3, "New": 2})
    for address, queries in (("/admin/to-read/", 11), (f"/admin/to-read/{call.pk}/", 13)):
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)
