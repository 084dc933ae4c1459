"""What came in with the form of a call: who it belongs to, and what of it can be trusted."""

from functools import cached_property

from django.utils.datastructures import MultiValueDict

from home.visitors import sender_digest
from program.calls.forms import AnswerForm
from program.calls.forms.questions import QuestionsForm
from program.calls.services import answering, keeping_files, late_codes
from program.calls.services.form_secrets import Opened, digest, look_up

START = f"{QuestionsForm.prefix}-"


class Posted:
    """One post of the form of ``call``. Reading it stores nothing; ``take_files_in`` does."""

    def __init__(self, request, call):
        self.request = request
        self.call = call
        self.at = request.arrived_at
        step, _, self.wanted_part = request.POST.get("step", "").partition(":")
        self.step = step
        self.token_is_gone = getattr(request, "token_is_gone", False)
        self._open(request.POST.get("secret", ""))
        self.kept = keeping_files.kept_files(call=call, key=self._key_of_files)

    def _open(self, secret):
        found = look_up(secret, at=self.at) if answering.is_secret(secret) else None
        theirs = found and (found.application or found.draft)
        is_of_another_call = bool(theirs) and theirs.call_id != self.call.pk
        self.sent_before = found.application if found and not is_of_another_call else None
        # A page without its token may have been made by somebody else, who would know its secret, and so
        # the address of the receipt.
        self.has_secret = bool(found) and not is_of_another_call and not self.token_is_gone
        self._key_of_files = found.key if found and not is_of_another_call else ""
        self.secret = secret if self.has_secret or self.sent_before else answering.new_secret()
        self.opened = found if self.has_secret else Opened(digest(self.secret))

    @cached_property
    def late_code(self):
        """The late code that the page carries, if it opens this call now."""
        if not (code := self.request.POST.get("code", "")):
            return None
        if self.step != "code":
            return late_codes.find(call=self.call, code=code, at=self.at)
        try:
            return late_codes.guess(call=self.call, code=code, sender=sender_digest(self.request), at=self.at)
        except late_codes.TooManyGuesses:
            return None

    @property
    def is_accepted(self) -> bool:
        return self.call.is_accepting(self.at) or self.late_code is not None

    @property
    def code_is_wrong(self) -> bool:
        return self.step == "code" and self.late_code is None

    @property
    def code(self) -> str:
        """What the page goes on carrying; nothing while the call is open to everybody."""
        return self.request.POST.get("code", "") if self.late_code and not self.call.is_accepting(self.at) else ""

    @cached_property
    def uploads(self) -> MultiValueDict:
        files = self.request.FILES
        return MultiValueDict(
            {name.removeprefix(START): files.getlist(name) for name in files if name.startswith(START)}
        )

    def take_files_in(self) -> None:
        """Store the files that came along and drop those taken away; the form is read anew with them."""
        if not self.has_secret:
            keeping_files.keep_as_well_under(call=self.call, key=self.opened.key, files=self.kept.files, at=self.at)
        boxes = [name.removeprefix(START) for name in self.request.POST if name.startswith(START)]
        self.kept = keeping_files.take_in(
            call=self.call,
            opened=self.opened,
            uploads=self.uploads,
            removed={box.removesuffix("-remove") for box in boxes if box.endswith("-remove")},
            at=self.at,
        )
        self.__dict__.pop("form", None)

    def say_which_files_are_gone(self, sentence: str) -> None:
        """Look at the kept files again, and say ``sentence`` at each that is not there any more."""
        before = self.kept.files
        self.kept = keeping_files.kept_files(call=self.call, key=self.opened.key)
        self.kept.refused = dict.fromkeys(before.keys() - self.kept.files.keys(), sentence)
        self.__dict__.pop("form", None)

    @cached_property
    def form(self) -> AnswerForm:
        return AnswerForm(self.call, self.request.POST, kept=self.kept.files, refused=self.kept.refused)

    @property
    def part(self):
        """The part of the form that was on the page, or the one asked for."""
        return self.form.part(self.wanted_part or self.request.POST.get("part"))
