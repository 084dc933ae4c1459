"""No silent failure. Each gap is planted alone, and told exactly once."""

import io
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.utils import timezone

from program.calls.gaps import RECEIPT
from program.calls.models import Announcement, Application, CallPage, Draft
from program.files.models import PrivateFile
from program.letters.enums import LetterState
from program.letters.models import Letter
from tests.factories import ApplicationFactory
from tests.factories.files import store
from tests.program.files.conftest import private_folder  # noqa: F401 - the storage, empty

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def application(private_folder):  # noqa: F811 - asked for by its name
    """A whole application: received, told so, with a file that its answer names."""
    application = ApplicationFactory()
    file = store(at=timezone.now())
    kept = {"object_id": application.pk, "content_type": ContentType.objects.get_for_model(Application)}
    PrivateFile.objects.filter(pk=file.pk).update(**kept)
    answer = {"key": "file", "question": "A file?", "kind": "file", "answer": str(file.pk)}
    Application.objects.update(answers=[answer])
    Letter.objects.all().delete()
    say_received(application)
    return application


def say_received(application):
    now = timezone.now()
    state = {"state": LetterState.SENT, "written_at": now, "next_try_at": now}
    Letter.objects.create(kind=RECEIPT, message_id=f"<{application.pk}@example.org>", about=application, **state)


def told(*options) -> list[str]:
    """The gaps it tells of; and that it ends as it should."""
    said, end = io.StringIO(), None
    try:
        call_command("reconcile", *options, stdout=said)
    except CommandError as error:
        end = (error.returncode, str(error))
    sentences = said.getvalue().splitlines()
    if end is None:
        assert sentences == ["No gap found."]
        return []
    assert end == (1, f"{len(sentences)} {'gap' if len(sentences) == 1 else 'gaps'} found.")
    return sentences


def ago(**passed):
    return timezone.now() - timedelta(**passed)


def test_where_all_fits_together_it_says_so():
    assert told() == told("--full") == []


def no_receipt(application):
    Letter.objects.all().delete()


def a_stuck_letter(application):
    Letter.objects.update(state=LetterState.STUCK)


def a_letter_nobody_takes(application):
    Letter.objects.update(state=LetterState.WAITING, next_try_at=ago(hours=2))


def a_row_without_its_file(application):
    storages["private"].delete(PrivateFile.objects.get().stored_as)


def a_file_without_its_row(application):
    name = storages["private"].save(f"ab/{'ab' * 32}", ContentFile(b"left"))
    path = Path(storages["private"].path(name))
    os.utime(path, (ago(days=9).timestamp(),) * 2)


def a_file_that_belongs_to_nothing(application):
    store(at=ago(days=9), holder="nobody")


def an_answer_without_its_file(application):
    answers = Application.objects.get().answers
    Application.objects.update(answers=[*answers, {**answers[0], "answer": "999"}])


def an_answer_with_the_file_of_another(application):
    other = ApplicationFactory(call=application.call)
    Application.objects.filter(pk=other.pk).update(answers=Application.objects.get(pk=application.pk).answers)
    Letter.objects.exclude(kind=RECEIPT, object_id=application.pk).delete()
    say_received(other)


def an_application_past_its_day(application):
    Application.objects.update(keep_until=ago(days=3).date())


def an_application_without_a_last_day(application):
    Application.objects.update(keep_until=None)


def an_expired_draft(application):
    Draft.objects.create(call=application.call, secret_digest="d", saved_at=ago(days=40), expires_at=ago(days=2))


def an_announcement_that_stands_still(application):
    Announcement.objects.create(call=application.call, begun_at=ago(hours=2))


def a_status_that_nobody_gave(application):
    Application.objects.update(status="offered")


def a_live_call_without_dates(application):
    CallPage.objects.update(closes_at=None)


PLANTED = {
    no_receipt: "Application {reference} has no letter that says it was received.",
    a_stuck_letter: "is stuck: nobody tries to send it any more.",
    a_letter_nobody_takes: "has been due for over an hour and no worker took it.",
    a_row_without_its_file: "has a row and no content in the storage.",
    a_file_without_its_row: "which has no row and should have been swept.",
    a_file_that_belongs_to_nothing: "belongs to nothing and should have been swept.",
    an_answer_without_its_file: "Application {reference} names the file 999, which is not attached to it.",
    an_answer_with_the_file_of_another: "which is not attached to it.",
    an_application_past_its_day: "and is still there.",
    an_application_without_a_last_day: "Application {reference} has no last day, so nothing will delete it.",
    an_expired_draft: "has expired and is still there.",
    an_announcement_that_stands_still: "began over an hour ago and is not finished.",
    a_status_that_nobody_gave: "is “Offered”, but its history ends with “Received”.",
    a_live_call_without_dates: "is published without the day it opens or closes.",
}


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_each_gap_is_told_once_in_a_sentence(plant, application):
    """Guards: the functions of ``calls/gaps.py``, ``letters/gaps.py`` and ``files/housekeeping.py``, one for each."""
    plant(application)
    (sentence,) = told()
    assert PLANTED[plant].format(reference=application.reference) in sentence


def test_several_gaps_are_counted(application):
    a_stuck_letter(application)
    a_status_that_nobody_gave(application)
    assert len(told()) == 2


def test_content_that_changed_is_found_when_every_file_is_read():
    """Guard: ``reading`` in ``files/housekeeping.py``."""
    path = Path(storages["private"].path(PrivateFile.objects.get().stored_as))
    path.write_bytes(b"something else")
    assert told() == []
    (sentence,) = told("--full")
    assert sentence.endswith("is not what was stored.")


def test_no_sentence_names_an_applicant():
    Application.objects.update(name="Marked Name", keep_until=None, status="offered")
    Letter.objects.all().delete()
    assert "Marked Name" not in "".join(told())
