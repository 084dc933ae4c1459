"""The demographics sheet: optional, handed in once, and never tied to whoever filled it in."""

import pytest

from program.calls.enums import Status
from program.calls.models import Application, DemographicAnswer, DemographicQuestion
from program.calls.services import sheets
from tests.browsing import form_in, soup, text_of
from tests.program.calls.mine.conftest import bring

AGES, YEARS = "How old are you?", "How long have you worked in libraries?"


@pytest.fixture
def asked(mine):
    """The application of a call that shows a sheet of two questions."""
    DemographicQuestion.objects.create(label=AGES, choices="Under 30\n30 to 50\n\nOver 50", sort_order=1)
    DemographicQuestion.objects.create(label=YEARS, choices="Under 5\nLonger", sort_order=2)
    mine.application.call.asks_demographics = True
    mine.application.call.save()
    mine.sheet = f"{mine.address}sheet/"
    return mine


def names_of(client, asked) -> list[str]:
    return list(client.get(asked.sheet).context["form"].fields)


def answers() -> set[tuple[str, str]]:
    return set(DemographicAnswer.objects.values_list("question", "answer"))


def test_it_is_offered_until_it_is_handed_in(client, asked):
    assert soup(client.get(asked.address)).select(f'a[href="{asked.sheet}"]')
    client.post(asked.sheet)
    assert not soup(client.get(asked.address)).select(f'a[href="{asked.sheet}"]')
    assert client.get(asked.sheet).url == asked.address


def test_it_is_not_offered_where_the_call_does_not_ask(client, mine):
    DemographicQuestion.objects.create(label=AGES, choices="Under 30")
    assert not soup(client.get(mine.address)).select(f'a[href="{mine.address}sheet/"]')
    client.post(f"{mine.address}sheet/")
    assert not DemographicAnswer.objects.exists()


def test_it_is_not_offered_after_withdrawing(client, asked):
    bring(asked.application, Status.WITHDRAWN)
    assert client.get(asked.sheet).url == asked.address


def test_nothing_is_chosen_beforehand_but_not_to_say(client, asked):
    assert form_in(client.get(asked.sheet)) == {name: [""] for name in names_of(client, asked)}
    client.post(asked.sheet, {})
    assert answers() == {(AGES, "I would rather not say"), (YEARS, "I would rather not say")}


def test_what_is_stored_says_nothing_of_whose_it_is(client, asked):
    """Guard: ``DemographicAnswer`` has no other field, and its key is random."""
    ages, _ = names_of(client, asked)
    client.post(asked.sheet, {ages: "30 to 50"})
    assert answers() == {(AGES, "30 to 50"), (YEARS, "I would rather not say")}
    assert {field.name for field in DemographicAnswer._meta.get_fields()} == {"id", "call", "question", "answer"}
    application = Application.objects.get()
    assert application.gave_demographics
    assert "30 to 50" not in str(application.__dict__)


def test_skipping_is_one_press_and_stores_no_answer(client, asked):
    ages, _ = names_of(client, asked)
    client.post(asked.sheet, {"skip": "yes", ages: "30 to 50"})
    assert not DemographicAnswer.objects.exists()
    assert Application.objects.get().gave_demographics


def test_an_answer_that_is_none_of_the_choices_is_refused(client, asked):
    ages, _ = names_of(client, asked)
    assert "Choose again" in text_of(client.post(asked.sheet, {ages: "1,000"}))
    assert not DemographicAnswer.objects.exists()
    assert not Application.objects.get().gave_demographics


def test_a_second_sheet_is_not_counted(asked):
    """Guard: the update that asks for ``gave_demographics=False`` in ``sheets.hand_in``."""
    stale = Application.objects.get()
    assert sheets.hand_in(application=asked.application, answers={AGES: "30 to 50"})
    assert not sheets.hand_in(application=stale, answers={AGES: "Over 50"})
    assert answers() == {(AGES, "30 to 50")}


def test_looking_at_the_sheet_changes_nothing(client, asked):
    for _ in range(5):
        client.get(asked.sheet)
    assert not Application.objects.get().gave_demographics
