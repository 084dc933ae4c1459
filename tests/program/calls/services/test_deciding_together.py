"""Decisions about many: whoever can't be decided is left out and named, the others are decided at once."""

import pytest

from program.calls.enums import Status
from program.calls.models import Application, StatusChange
from program.calls.services.deciding import move
from program.calls.services.deciding_together import clear_pending, move_together, set_pending
from tests.factories import NOW, ApplicationFactory, CallPageFactory, ModeratorFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    return CallPageFactory(now=NOW, closed=True)


@pytest.fixture
def editor():
    return ModeratorFactory()


@pytest.fixture
def applications(call) -> list[Application]:
    return [ApplicationFactory(call=call, name=f"Applicant {number}") for number in range(3)]


def reasons(outcome) -> dict[str, str]:
    return {each.application.name: each.why for each in outcome.left_out}


def pending_of(call) -> dict[str, str]:
    return dict(Application.objects.filter(call=call).order_by("pk").values_list("name", "pending_status"))


def test_a_pending_decision_is_kept_with_who_when_and_why_and_moves_nothing(applications, editor):
    outcome = set_pending(applications=applications, to=Status.OFFERED, by=editor, at=NOW, why="Strong.")
    assert (len(outcome.done), outcome.left_out) == (3, [])
    for stored in Application.objects.all():
        assert (stored.pending_status, stored.pending_by, stored.pending_at, stored.pending_why, stored.status) == (
            "offered",
            editor,
            NOW,
            "Strong.",
            "received",
        )
        assert stored.public_status == "Received"
    assert StatusChange.objects.count() == 0


def test_who_withdrew_can_not_be_decided_and_is_named(call, applications, editor):
    """Guard: ``refusal`` in ``pending_refusal``. Also when somebody withdraws after the page was opened."""
    gone = applications[1]
    move(application=Application.objects.get(pk=gone.pk), to=Status.WITHDRAWN, seen=Status.RECEIVED, at=NOW)
    outcome = set_pending(applications=applications, to=Status.OFFERED, by=editor, at=NOW)
    assert reasons(outcome) == {"Applicant 1": "It is “Withdrawn” now."}
    again = set_pending(applications=Application.objects.filter(pk=gone.pk), to=Status.WAITLISTED, by=editor, at=NOW)
    assert reasons(again) == {"Applicant 1": "From “Withdrawn” it can’t become “Waitlisted”."}
    assert pending_of(call) == {"Applicant 0": "offered", "Applicant 1": "", "Applicant 2": "offered"}


def test_of_two_editors_who_decide_from_the_same_page_the_second_is_told(call, applications, editor):
    """Guard: ``_decided_otherwise``."""
    seen_by_the_second = list(Application.objects.order_by("pk"))
    set_pending(applications=applications[:1], to=Status.OFFERED, by=editor, at=NOW)
    outcome = set_pending(applications=seen_by_the_second, to=Status.NOT_THIS_TIME, by=editor, at=NOW)
    assert reasons(outcome) == {"Applicant 0": "Somebody decided meanwhile: pending is “Offered” now."}
    cleared = clear_pending(applications=seen_by_the_second)
    assert reasons(cleared)["Applicant 0"] == "Somebody decided meanwhile: pending is “Offered” now."
    assert pending_of(call) == {
        "Applicant 0": "offered",
        "Applicant 1": "not_this_time",
        "Applicant 2": "not_this_time",
    }


def test_a_pending_decision_is_replaced_and_taken_back_by_who_saw_it(call, applications, editor):
    set_pending(applications=applications, to=Status.OFFERED, by=editor, at=NOW)
    set_pending(applications=Application.objects.all(), to=Status.WAITLISTED, by=editor, at=NOW)
    outcome = clear_pending(applications=Application.objects.filter(name="Applicant 0"))
    assert [each.name for each in outcome.done] == ["Applicant 0"]
    assert pending_of(call) == {"Applicant 0": "", "Applicant 1": "waitlisted", "Applicant 2": "waitlisted"}
    nothing = clear_pending(applications=Application.objects.filter(name="Applicant 0"))
    assert reasons(nothing) == {"Applicant 0": "Nothing is pending."}


@pytest.mark.parametrize("to", sorted(set(Status) - {Status.OFFERED, Status.WAITLISTED, Status.NOT_THIS_TIME}))
def test_what_no_letter_tells_of_is_never_pending(call, applications, editor, to):
    """Guard: ``CAN_BE_PENDING``."""
    outcome = set_pending(applications=applications, to=to, by=editor, at=NOW)
    assert (outcome.done, len(outcome.left_out)) == ([], 3)
    assert set(pending_of(call).values()) == {""}


def test_many_are_moved_as_each_would_be(call, applications, editor):
    set_pending(applications=applications[:1], to=Status.OFFERED, by=editor, at=NOW)
    seen = list(Application.objects.order_by("pk"))
    move(application=Application.objects.get(pk=seen[2].pk), to=Status.IN_REVIEW, seen=Status.RECEIVED, at=NOW)
    outcome = move_together(applications=seen, to=Status.SHORTLISTED, by=editor, at=NOW, why="Strong.")
    assert reasons(outcome) == {"Applicant 2": "It is “In review” now."}
    assert [
        (change.application.name, change.from_status, change.to_status, change.by, change.at, change.why)
        for change in StatusChange.objects.filter(to_status=Status.SHORTLISTED).order_by("application_id")
    ] == [(f"Applicant {number}", "received", "shortlisted", editor, NOW, "Strong.") for number in (0, 1)]
    assert set(pending_of(call).values()) == {""}


def test_offers_made_together_each_get_the_last_moment_of_their_own_call(editor):
    short, long = (
        ApplicationFactory(call=CallPageFactory(now=NOW, closed=True, days_to_answer_an_offer=days)) for days in (3, 30)
    )
    move_together(applications=[short, long], to=Status.OFFERED, by=editor, at=NOW)
    short.refresh_from_db()
    long.refresh_from_db()
    assert [(each.offer_until - NOW).days for each in (short, long)] == [3, 30]


def test_who_was_deleted_meanwhile_is_left_out(applications, editor):
    Application.objects.filter(pk=applications[0].pk).delete()
    outcome = set_pending(applications=applications, to=Status.OFFERED, by=editor, at=NOW)
    assert reasons(outcome) == {"Applicant 0": "It was deleted meanwhile."}
    assert len(outcome.done) == 2


@pytest.mark.parametrize("number", [1, 3, 50])
def test_a_decision_takes_the_same_queries_for_any_number(call, editor, django_assert_num_queries, number):
    applications = [ApplicationFactory(call=call) for _ in range(number)]
    with django_assert_num_queries(4):
        set_pending(applications=applications, to=Status.OFFERED, by=editor, at=NOW)
    seen = list(Application.objects.all())
    with django_assert_num_queries(5):
        move_together(applications=seen, to=Status.IN_REVIEW, by=editor, at=NOW)
