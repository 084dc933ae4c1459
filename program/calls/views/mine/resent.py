"""What came in with a form that is filled in again: its files beside those the application has."""

from functools import cached_property

from program.calls.answer_files import answer_files
from program.calls.forms.questions import QuestionsForm
from program.calls.services import keeping_files
from program.calls.services.form_secrets import Opened, digest, is_secret, new_secret
from program.files.models import PrivateFile

START = f"{QuestionsForm.prefix}-"
REMOVE = "-remove"


class Resent:
    """The files of a form that is filled in again, until it is sent.

    New ones are kept under a secret of this form, ``key``, so that those of the application stay as they
    are. Which of them were taken away travels in the page.
    """

    def __init__(self, request, application, *, later=False, takes_files=True):
        """Without ``takes_files`` what came along is not stored."""
        self.request, self.call, self.at = request, application.call, request.arrived_at
        self.later = later
        stored = {answer["key"] for answer in (application.later_answers if later else application.answers)}
        self.stored = {key: found.file for key, found in answer_files(application).items() if key in stored}
        key = request.POST.get("key", "")
        # A form that was sent already begins anew: its files belong to the application by now.
        fresh = is_secret(key) and not PrivateFile.objects.held_by(digest(key)).exclude(content_type=None).exists()
        self.key = key if fresh else new_secret()
        self.refused: dict[str, str] = {}
        self._kept = {}
        if request.method == "POST" and takes_files:
            self._take_in()

    @cached_property
    def kept(self) -> dict[str, PrivateFile]:
        """What belongs to the form as it stands: new files, and of the old ones those not taken away."""
        return {key: file for key, file in self.stored.items() if key not in self.taken_away} | self._kept

    @cached_property
    def taken_away(self) -> set[str]:
        carried = set(self.request.POST.get("taken_away", "").split())
        return (carried | self._boxes) - self._kept.keys()

    def say_which_are_gone(self, sentence: str) -> None:
        """Look at the files again, and say ``sentence`` at each that is not there any more."""
        there = set(
            PrivateFile.objects.filter(pk__in=[file.pk for file in self.kept.values()]).values_list("pk", flat=True)
        )
        gone = {key for key, file in self.kept.items() if file.pk not in there}
        self.kept = {key: file for key, file in self.kept.items() if key not in gone}
        self.refused = dict.fromkeys(gone, sentence)

    @property
    def _boxes(self) -> set[str]:
        ticked = [name for name in self.request.POST if name.startswith(START) and name.endswith(REMOVE)]
        return {name.removeprefix(START).removesuffix(REMOVE) for name in ticked}

    def _take_in(self) -> None:
        files = self.request.FILES
        found = keeping_files.take_in(
            call=self.call,
            opened=Opened(digest(self.key)),
            uploads={name.removeprefix(START): files[name] for name in files if name.startswith(START)},
            removed=self._boxes,
            at=self.at,
            later=self.later,
        )
        self._kept, self.refused = found.files, found.refused
