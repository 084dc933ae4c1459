"""The words of a letter: from its template, with addresses for the reader, and without them for staff."""

from datetime import datetime
from typing import Any

from django.template import Context, Engine
from django.utils import timezone

from home.models import AssociationSettings
from program.letters.addresses import personal_address
from program.letters.enums import LetterState
from program.letters.models import Letter
from program.letters.words import MARK, MASK, Ours, fit_for_a_letter, mark
from program.links.services import SecretLost, reissue

# The name of the link that ends letters of this kind.
LEAVE = "leave"


class LinkGone(LookupError):
    """A personal link that the letter tells of was deleted, and what it led to most likely with it."""


def text_from_template(
    template: str, context: dict[str, Any], *, names: list[str], association: AssociationSettings | None = None
) -> str:
    """The plain text of a letter, with a mark where each of the links called ``names`` belongs.

    Times are in the association's zone. The frame of all letters (``letters/letter.txt``) signs it. Who
    shows many at once gives the ``association``, so that it is read once.
    """
    association = association or AssociationSettings.load()
    ours = {
        "program_name": Ours(association.program_name),
        "association_name": Ours(association.association_name),
        "contact_name": Ours(association.contact_name),
        "contact_email": Ours(association.contact_email),
        "postal_address": Ours(association.address),
    }
    words = fit_for_a_letter(ours | context) | {"links": {name: mark(name) for name in names}}
    with timezone.override(association.zone):
        text = Engine.get_default().get_template(template).render(Context(words, autoescape=False))
    return _tidy(text)


def addresses_in(letter: Letter, at: datetime) -> dict[str, str]:
    """The address of each personal link of ``letter``, by its name.

    A link whose secret can't be worked out any more is replaced by a new one to the same end.
    """
    found = {}
    for each in letter.letter_links.select_related("link"):
        try:
            found[each.name] = personal_address(each.link)
        except SecretLost:
            each.link = reissue(each.link, at)
            each.save(update_fields=["link"])
            found[each.name] = personal_address(each.link)
    return found


def text_for_reader(letter: Letter, addresses: dict[str, str]) -> str:
    """The text as it is sent. Raises ``LinkGone`` when it has a mark without an address."""
    try:
        return MARK.sub(lambda found: addresses[found[1]], letter.text)
    except KeyError as name:
        raise LinkGone(f"The personal link {name} of this letter was deleted") from name


def text_for_staff(letter: Letter) -> str:
    """The text without its personal links: they are for the reader alone.

    A letter that never leaves (outside production) shows them: this page is the only place it is read.
    """
    if letter.state != LetterState.KEPT:
        return MARK.sub(MASK, letter.text)
    addresses = {}
    for each in letter.letter_links.select_related("link"):
        try:
            addresses[each.name] = personal_address(each.link)
        except SecretLost:
            continue
    return MARK.sub(lambda found: addresses.get(found[1], MASK), letter.text)


def _tidy(text: str) -> str:
    """Without spaces at the ends of lines and without two empty lines in a row."""
    lines: list[str] = []
    for line in text.strip().split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines) + "\n"
