"""The counts of a year: live applications and thin rows together."""

from datetime import UTC, datetime, timedelta

import pytest

from program.calls.counting import Report, years
from program.calls.enums import DeletionReason, Status
from program.calls.models import Application, ApplicationCount, CallPage
from program.calls.services import deciding, keeping
from tests.factories import NOW, ApplicationFactory, CallPageFactory, CareerStageFactory, RegionFactory

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=200)


def bars_of(title: str, at=LATER) -> dict[str, int]:
    (chart,) = [chart for chart in Report(2027, at=at).charts if chart.title == title]
    return {bar.label: bar.count for bar in chart.bars if bar.count}


@pytest.fixture
def call(db):
    return CallPageFactory(now=NOW, title="Award jury", hear_by=(NOW + timedelta(days=40)).date())


def answered(call, *, after: int, arrived_at=NOW, to=Status.NOT_THIS_TIME, **typed):
    application = ApplicationFactory(call=call, arrived_at=arrived_at, **typed)
    at = arrived_at + timedelta(days=after)
    deciding.move(application=application, to=to, seen=Status.RECEIVED, by=None, at=at)
    return application


def as_told(report: Report) -> tuple:
    return report.calls, [(chart.title, [(bar.label, bar.count) for bar in chart.bars]) for chart in report.charts]


def test_deleting_an_application_changes_no_count(call):
    """Guards: the thin row is written in the transaction that deletes; both count by weeks."""
    region, stage = RegionFactory().pk, CareerStageFactory().pk
    kept = answered(call, after=3, library_type="school", region=region, career_stage=stage)
    gone = answered(call, after=50, to=Status.OFFERED, region=region, career_stage=stage)
    waiting = ApplicationFactory(call=call, arrived_at=NOW)
    Application.objects.filter(pk__in=[kept.pk, gone.pk]).update(first_time=True)
    before = as_told(Report(2027, at=LATER))
    for each in (gone, waiting):
        keeping.delete_application(application=each, at=LATER, why=DeletionReason.TIME_OVER)
    assert Application.objects.count() == 1
    assert as_told(Report(2027, at=LATER)) == before


def test_a_call_has_its_figures(call):
    answered(call, after=10)
    answered(call, after=20)
    answered(call, after=60)
    (line,) = Report(2027, at=LATER).calls
    assert (line.call, line.received, line.median_days, line.heard_in_time) == ("Award jury", 3, 20, "2 of 3")


def test_who_still_waits_after_the_day_promised_has_not_heard_in_time(call):
    ApplicationFactory(call=call, arrived_at=NOW)
    assert Report(2027, at=NOW).whole.heard_in_time == ""
    assert Report(2027, at=LATER).whole.heard_in_time == "0 of 1"


def test_who_withdrew_is_owed_no_answer(call):
    answered(call, after=1, to=Status.WITHDRAWN)
    assert Report(2027, at=LATER).whole.heard_in_time == ""


def test_weeks_begin_on_the_monday_where_the_association_is(call):
    ApplicationFactory(call=call, arrived_at=datetime(2027, 3, 8, 5, 59, tzinfo=UTC))
    ApplicationFactory(call=call, arrived_at=datetime(2027, 3, 8, 6, 0, tzinfo=UTC))
    assert bars_of("Applications by week") == {"Mar 1": 1, "Mar 8": 1}


def test_a_year_has_the_weeks_that_begin_in_it():
    call = CallPageFactory(now=datetime(2027, 1, 2, 18, tzinfo=UTC))
    for day in (2, 4):  # A Saturday, whose week began in the year before, and a Monday.
        ApplicationFactory(call=call, arrived_at=datetime(2027, 1, day, 18, tzinfo=UTC))
    assert [Report(year, at=LATER).total for year in (2026, 2027)] == [1, 1]


def test_charts_count_types_regions_stages_status_and_time(call):
    region, stage = RegionFactory(name="Upriver").pk, CareerStageFactory(name="Early").pk
    answered(call, after=14, library_type="school", region=region, career_stage=stage)
    ApplicationFactory(call=call, arrived_at=NOW)
    Application.objects.filter(region=None).update(first_time=False)
    assert bars_of("Library type") == {"School library": 1, "Public library": 1}
    assert bars_of("Library system or region") == {"Upriver": 1, "Not said": 1}
    assert bars_of("Career stage") == {"Early": 1, "Not said": 1}
    assert bars_of("What became of them") == {"Not this time": 1, "Received": 1}
    assert bars_of("Time to the first answer") == {"Two weeks": 1, "No answer yet": 1}
    assert bars_of("New and returning") == {"Served before": 1, "Not said": 1}
    assert bars_of("Applications by call") == {"Award jury": 2}


def test_a_thin_row_counts_for_its_call_under_the_name_it_has_now(call):
    keeping.delete_application(
        application=ApplicationFactory(call=call, arrived_at=NOW), at=NOW, why=DeletionReason.BY_STAFF
    )
    CallPage.objects.update(title="Renamed jury")
    assert [line.call for line in Report(2027, at=LATER).calls] == ["Renamed jury"]


def test_the_years_are_those_of_applications_and_thin_rows_and_this_one(call):
    ApplicationFactory(call=call, arrived_at=NOW)
    ApplicationCount.objects.create(call_title="Old", week="2024-05-06", status="accepted", library_type="public")
    assert years(today=datetime(2028, 6, 1, tzinfo=UTC).date()) == [2028, 2027, 2024]


def test_an_empty_year_is_empty_and_nothing_breaks():
    report = Report(2020, at=NOW)
    assert (report.total, report.calls, report.demographics) == (0, [], [])
    assert all(chart.summary or True for chart in report.charts if chart.bars)
