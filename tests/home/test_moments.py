"""Times in words: weekday, hour, zone, and how far away."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from home.templatetags.moments import closes_in, in_words, long_day, moment, opens_in, short_day

CENTRAL = ZoneInfo("America/Chicago")
# 11:59 pm on a Friday where the association is.
CLOSES = datetime(2027, 3, 5, 23, 59, tzinfo=CENTRAL)


@pytest.fixture(autouse=True)
def _central():
    with timezone.override(CENTRAL):
        yield


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (CLOSES, "Friday, March 5, 2027, 11:59 pm Central"),
        (CLOSES.astimezone(UTC), "Friday, March 5, 2027, 11:59 pm Central"),
        (datetime(2027, 3, 5, 0, 0, tzinfo=CENTRAL), "Friday, March 5, 2027, 12:00 am Central"),
        (datetime(2027, 3, 5, 12, 0, tzinfo=CENTRAL), "Friday, March 5, 2027, 12:00 pm Central"),
        (datetime(2027, 3, 14, 3, 0, tzinfo=CENTRAL), "Sunday, March 14, 2027, 3:00 am Central"),
    ],
)
def test_a_moment_is_written_with_weekday_hour_and_zone(at, words):
    assert in_words(at) == words


def test_a_moment_carries_its_offset_for_machines():
    assert moment(CLOSES) == (
        '<time datetime="2027-03-05T23:59:00-06:00">Friday, March 5, 2027, 11:59 pm Central</time>'
    )
    assert moment(None) == ""


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(), "closes today"),
        (timedelta(seconds=1), "closes within the hour"),
        (timedelta(minutes=59), "closes within the hour"),
        (timedelta(hours=1), "closes today"),
        (timedelta(hours=23, minutes=59), "closes today"),
        (timedelta(days=1), "closes tomorrow"),
        (timedelta(days=5), "closes in 5 days"),
        (timedelta(seconds=-1), "closed today"),
        (timedelta(minutes=-2), "closed yesterday"),
        (timedelta(days=-3), "closed 3 days ago"),
    ],
)
def test_how_far_away_is_counted_as_people_count_days(before, words):
    assert closes_in(CLOSES, CLOSES - before) == words


def test_what_opens_is_counted_alike():
    assert opens_in(CLOSES, CLOSES - timedelta(days=1)) == "opens tomorrow"
    assert opens_in(CLOSES, CLOSES) == "opened today"


def test_the_night_the_clocks_change_is_one_day_all_the_same():
    closes = datetime(2027, 3, 14, 23, 59, tzinfo=CENTRAL)
    assert closes_in(closes, datetime(2027, 3, 13, 23, 59, tzinfo=CENTRAL)) == "closes tomorrow"


def test_a_day_is_written_long_and_short():
    assert (long_day(date(2027, 3, 5)), short_day(date(2027, 3, 5))) == ("Friday, March 5, 2027", "Mar 5")
    assert (long_day(CLOSES.astimezone(UTC)), short_day(None)) == ("Friday, March 5, 2027", "")
