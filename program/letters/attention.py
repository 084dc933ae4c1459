"""What letters ask of staff today, for the front page of the admin."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from home.attention import AttentionItem
from program.letters.enums import LetterState
from program.letters.models import Letter
from program.letters.permissions import may_see_letters


def letters_in_trouble(request) -> list[AttentionItem]:
    """Letters that are stuck, and letters that should have left."""
    if not may_see_letters(request.user):
        return []
    items = [
        AttentionItem(
            Letter.objects.stuck().count(),
            "letter is stuck: nobody tries to send it any more",
            "letters are stuck: nobody tries to send them any more",
            _register(LetterState.STUCK),
        )
    ]
    if settings.LETTERS_ARE == "waiting":
        items.append(
            AttentionItem(
                Letter.objects.filter(state=LetterState.WAITING).count(),
                "letter can't leave: EMAIL_URL is not set",
                "letters can't leave: EMAIL_URL is not set",
                _register(LetterState.WAITING),
            )
        )
    elif settings.LETTERS_ARE == "sent":
        items.append(
            AttentionItem(
                Letter.objects.overdue(at=request.arrived_at).count(),
                "letter should have left over an hour ago: does the worker run?",
                "letters should have left over an hour ago: does the worker run?",
                _register(LetterState.WAITING),
            )
        )
    return items


def _register(state: LetterState) -> str:
    return f"{reverse('letters_letter_modeladmin_index')}?{urlencode({'state__exact': state})}"
