"""The register of names put forward: who sees it, and that nobody changes anything there."""

import pytest
from django.urls import reverse

from program.calls.models import NameForward
from tests.browsing import soup, text_of
from tests.factories import (
    ModeratorFactory,
    NameForwardFactory,
)
from tests.program.calls.roles import ROLES, STAFF, client_of

pytestmark = pytest.mark.django_db

MARKER = "Markerperson"
REGISTER = "calls_nameforward_modeladmin_index"


@pytest.fixture
def forward() -> NameForward:
    return NameForwardFactory(
        colleague_name=MARKER, colleague_email=f"{MARKER}@example.org", by_name=MARKER, why=f"{MARKER} is patient."
    )


@pytest.mark.parametrize("role", ROLES)
def test_names_put_forward_are_seen_only_by_staff_who_read_all_answers(forward, role):
    """Guard: ``ForwardPermissionHelper``."""
    client = client_of(role, forward)
    register = reverse(REGISTER)
    addresses = [register, f"{register}?q={MARKER.upper()}", f"{register}?call__id__exact={forward.call_id}"]
    seen = [address for address in addresses if _shows(client, address)]
    assert seen == (addresses if role in STAFF else [])
    others = [f"{register}{each}/{forward.pk}/" for each in ("inspect", "edit", "delete", "history")]
    others += [f"{register}?export=csv", f"{register}?by_email__startswith=a", f"{register}create/"]
    assert [each for each in others if _shows(client, each) and role not in STAFF] == []
    assert [each for each in others[:4] if _shows(client, each)] == []


def test_the_list_is_narrowed_to_a_call_by_its_filter(client, forward):
    """Guard: ``ByCallFilter``."""
    NameForwardFactory(colleague_name="Other")
    client.force_login(ModeratorFactory())
    choices = {
        link.get_text(): link["href"] for link in soup(client.get(reverse(REGISTER))).select(".register-filter a")
    }
    narrowed = text_of(client.get(f"{reverse(REGISTER)}{choices[forward.call.title]}"), "tbody")
    assert MARKER in narrowed
    assert "Other" not in narrowed


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", ["create", "edit", "delete"])
def test_nobody_writes_edits_or_deletes_one_in_the_admin(forward, role, action):
    key = "" if action == "create" else f"{forward.pk}/"
    client_of(role, forward).post(f"{reverse(REGISTER)}{action}/{key}", {"by_name": "Changed"})
    assert list(NameForward.objects.values_list("by_name", flat=True)) == [MARKER]


def test_the_list_says_what_became_of_each(client, forward):
    client.force_login(ModeratorFactory())
    words = text_of(client.get(reverse(REGISTER)), "body")
    assert f"{MARKER}@example.org".lower() in words
    assert "Written to" in words
    assert f"{MARKER} is patient." in words


def _shows(client, address) -> bool:
    # What was asked for stands in the search box again; the marker is looked for as it was typed.
    response = client.get(address, follow=True)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return MARKER in body.decode()
