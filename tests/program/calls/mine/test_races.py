"""On a real PostgreSQL: twenty presses of one button at the same moment have one effect."""

import pytest
from django.test import Client

from program.calls.enums import Status
from program.calls.models import (
    Application,
    ApplicationCount,
    Appointment,
    DemographicAnswer,
    DemographicQuestion,
    StatusChange,
)
from program.letters.models import Letter
from tests.browsing import form_in, send
from tests.program.calls.mine.conftest import bring
from tests.racing import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

THREADS = 20
YES = {"may_name": "yes", "name": "Ada S.", "library": ""}


def press(address, values):
    """The statuses of twenty browsers that post the same form at once."""
    return {response.status_code for response in at_once(lambda _: send(Client(), address, values), THREADS)}


def letters(kind) -> int:
    return Letter.objects.filter(kind=f"application_{kind}").count()


def test_twenty_acceptances_are_one(mine):
    """Guard: ``locked`` in ``accepting.accept``."""
    bring(mine.application, Status.OFFERED)
    assert press(f"{mine.address}accept/", YES) == {302}
    assert StatusChange.objects.filter(to_status=Status.ACCEPTED).count() == 1
    assert Appointment.objects.count() == letters("accepted") == 1


def test_of_accepting_and_turning_down_at_once_one_holds(mine):
    bring(mine.application, Status.OFFERED)
    ways = [("accept/", YES), ("turn-down/", {"why": ""})]
    at_once(lambda index: send(Client(), mine.address + ways[index % 2][0], ways[index % 2][1]), THREADS)
    answers = StatusChange.objects.filter(from_status=Status.OFFERED)
    assert answers.count() == letters("accepted") + letters("turned_down") == 1
    assert Application.objects.get().status == answers.get().to_status
    assert Appointment.objects.exists() == (answers.get().to_status == Status.ACCEPTED)


def test_twenty_withdrawals_are_one(mine):
    """Guard: the lock in ``owning.withdraw``."""
    assert press(f"{mine.address}withdraw/", {"why": ""}) == {302}
    assert StatusChange.objects.count() == letters("withdrawn") == 1


def test_twenty_corrections_are_one(mine):
    """Guard: the lock in ``correcting.correct``, and the look for differences under it."""
    form = form_in(Client().get(f"{mine.address}correct/")) | {"name": ["Ada Corrected"], "step": "save"}
    assert press(f"{mine.address}correct/", form) == {302}
    assert Application.objects.get().name == "Ada Corrected"
    assert letters("corrected") == 1


def test_twenty_sheets_are_one(mine):
    """Guard: the update in ``sheets.hand_in`` that asks for the mark it sets."""
    DemographicQuestion.objects.create(label="How old are you?", choices="Under 30\nOlder")
    mine.application.call.asks_demographics = True
    mine.application.call.save()
    assert press(f"{mine.address}sheet/", {"some": "thing"}) == {302}
    assert DemographicAnswer.objects.count() == 1


def test_twenty_deletions_are_one(mine):
    """Guard: the look for the row under the lock in ``keeping.delete_application``."""
    assert press(f"{mine.address}delete/", {"some": "thing"}) <= {200, 404}
    assert not Application.objects.exists()
    assert ApplicationCount.objects.count() == letters("deleted") == 1
