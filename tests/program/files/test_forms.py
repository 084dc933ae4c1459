"""A file is asked for in words, kept through mistakes, replaced and removed, without any script."""

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from program.files.enums import Kind
from program.files.forms import PrivateFileField, keep_files
from program.files.judging import Limits
from program.files.models import PrivateFile
from program.files.services import attach
from tests.factories import NOW, CallPageFactory, files

pytestmark = pytest.mark.django_db
LIMITS = Limits(frozenset({Kind.PDF, Kind.DOCX}), max_pages=4)


class AForm(forms.Form):
    words = forms.CharField()
    resume = PrivateFileField(limits=LIMITS, label="Résumé", help_text="The short one.")
    letter = PrivateFileField(limits=LIMITS, required=False)


def form(typed=None, sent=None, kept=None):
    """The form as it arrives, with the files that were kept for it before."""
    made = AForm(typed, MultiValueDict({name: [file] for name, file in (sent or {}).items()}))
    for name, file in (kept or {}).items():
        made.fields[name].initial = file
    return made


def keep(form):
    keep_files(form, holder="holder", at=NOW)
    return form


def control(form, name):
    return BeautifulSoup(str(form[name]), "html.parser")


def described(page, control):
    """What is read out after the label of a control, in its order."""
    ids = page.select_one("input[type=file]")["aria-describedby"].split()
    return [element.get_text(" ", strip=True) for each in ids if (element := control.find(id=each))]


def test_it_says_what_is_taken():
    page = control(AForm(), "resume")
    file = page.select_one("input[type=file]")
    assert described(page, page) == ["PDF or Word (.docx), up to 5 MB, at most 4 pages."]
    assert file["accept"].split(",") == [
        "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".pdf", ".docx",
    ]  # fmt: skip
    assert file["aria-describedby"].split() == ["id_resume_helptext", "id_resume_limits"]
    assert not page.select("[type=checkbox]")


def test_it_shows_what_is_kept_and_the_ways_to_change_it():
    page = control(form(kept={"letter": files.store(name="my <b>letter.pdf")}), "letter")
    assert [words.split(" PDF, ")[0] for words in described(page, page)] == [
        "PDF or Word (.docx), up to 5 MB, at most 4 pages.",
        "Kept: my <b>letter.pdf",
    ]
    assert "Replace it" in page.get_text()
    assert page.select_one("label[for=letter-clear_id]").get_text(strip=True) == "Remove this file"


def test_what_has_to_be_there_can_be_replaced_only():
    page = control(form(kept={"resume": files.store()}), "resume")
    assert not page.select("[type=checkbox]")
    # Nothing has to be chosen again.
    assert not page.select_one("input[type=file]").has_attr("required")


def test_a_file_is_kept_although_something_else_is_wrong():
    """Guard: ``keep_files`` asks no ``is_valid``."""
    sent = keep(form({}, {"resume": files.uploaded(files.pdf(2))}))
    assert list(sent.errors) == ["words"]
    stored = PrivateFile.objects.get()
    assert (stored.holder, stored.slot, sent.cleaned_data["resume"]) == ("holder", "resume", stored)
    assert "resume.pdf" in str(sent["resume"])


def test_what_is_kept_counts_as_chosen():
    kept = files.store(slot="resume")
    again = keep(form({"words": "words"}, kept={"resume": kept}))
    assert again.is_valid()
    assert again.cleaned_data["resume"] == kept


def test_what_is_refused_says_so_at_its_field_and_the_kept_file_stays():
    kept = files.store(slot="resume")
    sent = keep(form({"words": "words"}, {"resume": files.uploaded(files.pdf(5))}, {"resume": kept}))
    assert sent.errors == {"resume": ["This has 5 pages; at most 4 are taken here. Shorten it, then choose it again."]}
    assert list(PrivateFile.objects.all()) == [kept]
    assert "resume.pdf" in str(sent["resume"])


def test_a_file_is_replaced():
    kept = files.store(slot="resume")
    sent = keep(form({"words": "words"}, {"resume": files.uploaded(files.pdf(2), "new.pdf")}, {"resume": kept}))
    assert sent.is_valid()
    assert PrivateFile.objects.get().name == "new.pdf"


def test_a_file_is_removed():
    kept = {name: files.store(slot=name) for name in ("resume", "letter")}
    sent = keep(form({"words": "words", "letter-clear": "on"}, kept=kept))
    assert sent.is_valid()
    assert sent.cleaned_data["letter"] is None
    assert list(PrivateFile.objects.all()) == [kept["resume"]]
    assert "Remove" not in str(sent["letter"])


def test_what_is_attached_by_now_is_not_removed():
    kept = {name: files.store(slot=name) for name in ("resume", "letter")}
    attach(files=kept.values(), owner=CallPageFactory())
    keep(form({"words": "words", "letter-clear": "on"}, kept=kept))
    assert PrivateFile.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "sent", "said"),
    [
        ({}, {}, "Choose a file."),
        ({}, {"resume": SimpleUploadedFile("a.pdf", b"")}, "This file is empty."),
        ({"resume": "a.pdf"}, {}, "Choose a file."),
        ({}, {"resume": SimpleUploadedFile("a.pdf", b"a" * (LIMITS.max_bytes + 1))}, "This file is larger than 5 MB"),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_a_sentence(typed, sent, said):
    assert keep(form({"words": "words", **typed}, sent)).errors["resume"][0].startswith(said)


def test_both_at_once_is_not_guessed():
    sent = {"letter": files.uploaded(files.pdf()), "resume": files.uploaded(files.pdf())}
    both = keep(form({"words": "words", "letter-clear": "on"}, sent, {"letter": files.store(slot="letter")}))
    assert list(both.errors) == ["letter"]


def test_a_file_does_not_travel_in_the_page():
    assert form({"words": "words"}, kept={"resume": files.store()})["resume"].as_hidden() == ""
