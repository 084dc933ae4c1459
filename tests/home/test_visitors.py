"""Whom limits take for the same sender, whatever a visitor writes of themselves."""

import pytest

from home.visitors import sender_digest


def sender(rf, forwarded="", remote="192.0.2.1"):
    more = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    return sender_digest(rf.get("/", REMOTE_ADDR=remote, **more))


def test_what_a_visitor_wrote_before_our_routers_is_not_believed(rf, settings):
    """Guard: ``TRUSTED_PROXIES`` counts from the end."""
    settings.TRUSTED_PROXIES = 1
    assert sender(rf, "203.0.113.9") == sender(rf, "198.51.100.1, 203.0.113.9")
    assert sender(rf, "203.0.113.9") != sender(rf, "203.0.113.10")
    settings.TRUSTED_PROXIES = 0
    assert sender(rf, "203.0.113.9") == sender(rf, "203.0.113.10") == sender(rf)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("203.0.113.9:1024", "203.0.113.9:1025"),
        ("203.0.113.9:1024", "203.0.113.9"),
        ("[2001:db8::1]:1024", "[2001:db8::2]:1025"),
        ("2001:db8::1", "[2001:db8::2]:443"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_one_sender_is_one_whatever_the_port(rf, settings, one, other):
    """Guard: ``_without_port``; each connection has a port of its own and would be a sender of its own."""
    settings.TRUSTED_PROXIES = 1
    assert sender(rf, one) == sender(rf, other)
