"""Decisions, announcements and withdrawals at the same moment, on a real PostgreSQL."""

import pytest

from program.calls.enums import Actor, Status
from program.calls.models import AnnouncedDecision, Announcement, Application, Appointment, StatusChange
from program.calls.services import announcing, appointing, deciding, deciding_together
from program.letters.models import Letter
from tests.factories import NOW, ApplicationFactory, CallPageFactory, ModeratorFactory
from tests.racing import ROUNDS, at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

WORKERS = 4


@pytest.fixture
def editors():
    return ModeratorFactory.create_batch(2)


def decided(number, editor, to=Status.OFFERED):
    """A closed call with ``number`` applications, ``to`` pending for each."""
    call = CallPageFactory(now=NOW, closed=True)
    applications = [ApplicationFactory(call=call, email=f"{each}@example.org") for each in range(number)]
    deciding_together.set_pending(applications=applications, to=to, by=editor, at=NOW)
    return call


def begin(call, editor):
    return announcing.begin(call=call, shown=announcing.fingerprint(call), by=editor, at=NOW)


def test_two_editors_who_decide_about_the_same_ones_at_once_do_not_overwrite_one_another(editors):
    """Guard: ``select_for_update`` in ``_together``. One of them is told about each."""
    for _ in range(ROUNDS):
        call = CallPageFactory(now=NOW, closed=True)
        seen = [ApplicationFactory(call=call) for _ in range(5)]
        wishes = [Status.OFFERED, Status.NOT_THIS_TIME]

        def decide(index, seen=seen, wishes=wishes):
            return deciding_together.set_pending(
                applications=seen if index else seen[::-1], to=wishes[index], by=editors[index], at=NOW
            )

        outcomes = at_once(decide, 2)
        assert sorted(len(each.done) for each in outcomes) == [0, 5]
        assert {each.why for outcome in outcomes for each in outcome.left_out} <= {
            f"Somebody decided meanwhile: pending is “{wish.label}” now." for wish in wishes
        }
        assert len(set(call.applications.values_list("pending_status", flat=True))) == 1


def test_announce_pressed_by_many_at_once_begins_once(editors):
    """Guard: the row of the call is locked in ``begin``."""
    for _ in range(ROUNDS):
        call = decided(3, editors[0])
        shown = announcing.fingerprint(call)

        def press(index, call=call, shown=shown):
            try:
                return announcing.begin(call=call, shown=shown, by=editors[0], at=NOW)
            except announcing.NotAsShown:
                return None

        begun = [each for each in at_once(press, 8) if each]
        assert len(begun) == 1
        assert AnnouncedDecision.objects.filter(announcement__call=call).count() == 3


def test_many_workers_at_once_tell_each_exactly_once(editors):
    """Guard: ``skip_locked`` rows and the mark in the same transaction as the letter."""
    for _ in range(ROUNDS):
        call = decided(20, editors[0])
        announcement = begin(call, editors[0])
        while AnnouncedDecision.objects.waiting().exists():
            at_once(lambda index: announcing.carry_out(NOW), WORKERS)
        letters = Letter.objects.filter(kind="application_offered", object_id__in=call.applications.values("pk"))
        assert sorted(letters.values_list("to", flat=True)) == sorted(f"{each}@example.org" for each in range(20))
        assert StatusChange.objects.filter(application__call=call).count() == 20
        assert announcement.decisions.filter(done_at=NOW, left_out="").count() == 20
        announcing.carry_out(NOW)
        announcement.refresh_from_db()
        assert announcement.finished_at == NOW


def test_workers_killed_in_the_middle_and_started_again_tell_each_exactly_once(editors, monkeypatch):
    """Guard: move, letter and mark in one transaction. Every third decision ends its worker after the letter."""
    call = decided(30, editors[0])
    begin(call, editors[0])
    tell = announcing._tell

    def killed_now_and_then(application, *args):
        tell(application, *args)
        if application.pk % 3 == 0 and application.pk not in already:
            already.add(application.pk)
            raise KeyboardInterrupt

    already: set[int] = set()
    monkeypatch.setattr(announcing, "_tell", killed_now_and_then)

    def work(index):
        try:
            announcing.carry_out(NOW)
        except KeyboardInterrupt:
            return "killed"
        return "done"

    results = []
    while AnnouncedDecision.objects.waiting().exists():
        results += at_once(work, WORKERS)
    assert "killed" in results
    assert sorted(Letter.objects.values_list("to", flat=True)) == sorted(f"{each}@example.org" for each in range(30))
    assert StatusChange.objects.count() == 30


def test_who_withdraws_while_it_is_announced_is_either_told_before_or_left_out(editors):
    """Guard: the application's row is locked by both. Never an offer on record after a withdrawal."""
    for _ in range(ROUNDS):
        call = decided(6, editors[0])
        begin(call, editors[0])
        keys = list(call.applications.values_list("pk", flat=True))

        def act(index, keys=keys):
            if index == 0:
                return announcing.carry_out(NOW)
            application = Application.objects.get(pk=keys[index - 1])
            try:
                return deciding.move(
                    application=application, to=Status.WITHDRAWN, seen=application.status, actor=Actor.APPLICANT, at=NOW
                )
            except deciding.IllegalMove:
                return "look again"

        at_once(act, 7)
        announcing.carry_out(NOW)
        for application in Application.objects.filter(pk__in=keys):
            ways = [change.to_status for change in application.status_changes.order_by("pk")]
            told = Letter.objects.filter(kind="application_offered", object_id=application.pk).count()
            assert (application.status, told, ways) in [
                (Status.WITHDRAWN, 0, ["withdrawn"]),
                (Status.WITHDRAWN, 1, ["offered", "withdrawn"]),
                (Status.OFFERED, 1, ["offered"]),
            ]
        assert Announcement.objects.filter(call=call, finished_at=None).count() == 0


def test_an_application_deleted_while_it_is_announced_locks_nobody_out(editors):
    """Guard: the application is locked before its row. The rest is told, nothing of the deleted one stays."""
    for _ in range(ROUNDS):
        call = decided(6, editors[0])
        begin(call, editors[0])
        keys = list(call.applications.order_by("pk").values_list("pk", flat=True))

        def act(index, keys=keys):
            if index == 0:
                return announcing.carry_out(NOW)
            return Application.objects.get(pk=keys[index]).delete()

        at_once(act, 4)
        announcing.carry_out(NOW)
        left = [keys[0], *keys[4:]]
        assert sorted(Letter.objects.filter(object_id__in=keys).values_list("object_id", flat=True)) == sorted(left)
        assert Announcement.objects.filter(call=call, finished_at=None).count() == 0


def test_a_yes_said_many_times_at_once_names_once(editors):
    """Guard: the row of the call is locked in ``record_yes``."""
    for _ in range(ROUNDS):
        application = ApplicationFactory(call=CallPageFactory(now=NOW, closed=True))
        application.call.save_revision().publish()

        def say_yes(index, application=application):
            return appointing.record_yes(application=application, name="Ada Sample", library="", at=NOW)

        at_once(say_yes, 8)
        assert Appointment.objects.filter(application=application).count() == 1
