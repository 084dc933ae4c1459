"""What was promised to an applicant stays as it was, and answers are kept as long as was said."""

from datetime import UTC, date, datetime

import pytest

from home.models import AssociationSettings
from program.calls.services.terms import keep_until
from tests.factories import NOW, ApplicationFactory, CallPageFactory

pytestmark = pytest.mark.django_db


def test_the_terms_are_those_of_the_day():
    call = CallPageFactory(now=NOW, kept_months=6)
    application = ApplicationFactory(call=call)
    call.who_reads = "Somebody else"
    call.save()
    application.refresh_from_db()
    assert application.terms == {
        "who_reads": "The chair and the president-elect",
        "who_decides": "The president-elect, as appointing officer",
        "kept_months": 6,
        "hear_by": call.hear_by.isoformat(),
    }


@pytest.mark.parametrize(
    ("closes_at", "months", "until"),
    [
        (datetime(2027, 3, 1, 4, 59, tzinfo=UTC), 12, date(2028, 2, 28)),  # still February 28 in the association's zone
        (datetime(2027, 8, 31, 18, 0, tzinfo=UTC), 6, date(2028, 2, 29)),
        (datetime(2027, 12, 15, 18, 0, tzinfo=UTC), 1, date(2028, 1, 15)),
        (datetime(2027, 1, 31, 18, 0, tzinfo=UTC), 84, date(2034, 1, 31)),
    ],
)
def test_answers_are_kept_so_many_months_after_the_closing_day(closes_at, months, until):
    call = CallPageFactory.build(closes_at=closes_at, kept_months=months, parent=None)
    assert keep_until(call, AssociationSettings.load()) == until
