"""Personal links: 256 bits, nowhere stored, one answer to every wrong word."""

import re
from datetime import timedelta

import pytest

from program.links.models import PersonalLink
from program.links.services import SecretLost, find, issue, reissue, resolve, revoke, secret_of
from tests.factories import NOW, RegionFactory

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)


@pytest.fixture
def target():
    return RegionFactory()  # Any row will do.


def test_a_link_opens_its_target(target):
    secret = secret_of(issue(purpose="application", target=target, at=NOW))
    assert resolve(secret, purpose="application", at=LATER) == target


def test_a_secret_is_43_characters_of_an_address_and_each_is_another(target):
    secrets = {secret_of(issue(purpose="application", target=target, at=NOW)) for _ in range(50)}
    assert len(secrets) == 50
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", secret) for secret in secrets)


def test_a_secret_is_worked_out_and_not_stored(target):
    """Guard: the secret is derived under SECRET_KEY; whoever has the table alone has no secret."""
    link = issue(purpose="application", target=target, at=NOW)
    stored = str(PersonalLink.objects.values().get())
    assert secret_of(link) == secret_of(PersonalLink.objects.get())
    assert secret_of(link) not in stored


def test_the_wrong_word_the_wrong_purpose_and_the_end_have_one_answer(target):
    """Guard: ``find`` filters by all of it at once."""
    good = issue(purpose="application", target=target, at=NOW)
    over = issue(purpose="application", target=target, at=NOW, expires_at=NOW)
    revoked = issue(purpose="draft", target=target, at=NOW)
    assert revoke(target=target, at=NOW, purpose="draft") == 1
    for secret, purpose in (
        (secret_of(good), "draft"),
        (secret_of(over), "application"),
        (secret_of(revoked), "draft"),
        ("x" * 43, "application"),
        ("x" * 42, "application"),
        (secret_of(good) + "\n", "application"),
        ("", "application"),
        ("\x00" * 43, "application"),
        (good.digest, "application"),
    ):
        assert (find(secret, purpose=purpose, at=LATER), resolve(secret, purpose=purpose, at=LATER)) == (None, None)


def test_the_last_second_counts(target):
    secret = secret_of(issue(purpose="draft", target=target, at=NOW, expires_at=LATER))
    assert resolve(secret, purpose="draft", at=LATER) == target
    assert resolve(secret, purpose="draft", at=LATER + timedelta(seconds=1)) is None


def test_revoking_ends_every_link_to_the_target_and_no_other(target):
    mine = [issue(purpose=purpose, target=target, at=NOW) for purpose in ("application", "draft")]
    other = issue(purpose="application", target=RegionFactory(), at=NOW)
    assert revoke(target=target, at=NOW) == 2
    assert revoke(target=target, at=NOW) == 0
    assert [resolve(secret_of(link), purpose=link.purpose, at=NOW) for link in mine] == [None, None]
    assert resolve(secret_of(other), purpose="application", at=NOW)


def test_a_link_to_what_was_deleted_opens_nothing(target):
    secret = secret_of(issue(purpose="application", target=target, at=NOW))
    target.delete()
    assert resolve(secret, purpose="application", at=NOW) is None


def test_a_new_secret_key_with_the_old_one_as_fallback_changes_nothing(target, settings):
    link = issue(purpose="application", target=target, at=NOW)
    secret = secret_of(link)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", ["unrelated", settings.SECRET_KEY]
    assert secret_of(link) == secret


def test_without_the_old_key_a_link_opens_still_and_is_replaced_where_it_must_be_written(target, settings):
    link = issue(purpose="application", target=target, at=NOW, expires_at=LATER)
    secret = secret_of(link)
    settings.SECRET_KEY = "another"
    with pytest.raises(SecretLost):
        secret_of(link)
    assert resolve(secret, purpose="application", at=NOW) == target
    new = reissue(link, NOW)
    assert resolve(secret_of(new), purpose="application", at=NOW) == target
    assert new.expires_at == LATER


def test_a_replacement_of_a_revoked_link_opens_nothing_either(target):
    link = issue(purpose="application", target=target, at=NOW)
    revoke(target=target, at=NOW)
    link.refresh_from_db()
    assert resolve(secret_of(reissue(link, NOW)), purpose="application", at=NOW) is None


def test_looking_a_hundred_times_changes_nothing(target):
    """Guard: neither ``find`` nor ``resolve`` writes; programs that look through mail open every link."""
    secret = secret_of(issue(purpose="application", target=target, at=NOW))
    before = list(PersonalLink.objects.values())
    for _ in range(100):
        assert resolve(secret, purpose="application", at=NOW) == target
    assert list(PersonalLink.objects.values()) == before
