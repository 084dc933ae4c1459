"""The report of a year as staff see it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from program.calls.models import DemographicAnswer
from tests.browsing import soup, text_of
from tests.factories import (
    NOW,
    AdministratorFactory,
    ApplicationFactory,
    CallPageFactory,
    EditorFactory,
    ModeratorFactory,
    ReaderFactory,
)

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/calls/"


@pytest.fixture
def call():
    return CallPageFactory(now=NOW, title="Award jury")


def test_a_year_is_picked_and_nonsense_gives_the_latest(moderator, call, arriving_at):
    arriving_at(NOW)
    ApplicationFactory(call=call, arrived_at=NOW)
    ApplicationFactory(call=CallPageFactory(now=NOW.replace(year=2025)), arrived_at=NOW.replace(year=2025))
    for query, year in (({}, 2027), ({"year": "2025"}, 2025), ({"year": "1066"}, 2027), ({"year": "z\x00"}, 2027)):
        page = moderator.get(REPORT, query)
        assert f"calls in {year}" in text_of(page)
        assert [each["value"] for each in soup(page).select("option[selected]")] == [str(year)]


def test_every_chart_says_in_words_and_in_a_table_what_it_draws(moderator, call, arriving_at):
    arriving_at(NOW)
    for _ in range(3):
        ApplicationFactory(call=call, arrived_at=NOW)
    figures = soup(moderator.get(REPORT)).select("figure.chart")
    assert len(figures) == 8
    for figure in figures:
        drawing = figure.select_one("svg[role=img]")
        title = figure.select_one(f"#{drawing['aria-labelledby']}")
        assert title.name == "title"
        assert ": 3 in all" in title.get_text()
        rows = [[cell.get_text() for cell in row.select("th, td")] for row in figure.select("tbody tr")]
        assert sum(int(number) for _, number in rows) == 3
        drawn = {word.get_text() for word in figure.select("svg text.chart__number")}
        assert {number for _, number in rows if number != "0"} <= drawn


def test_a_year_without_anything_says_so(moderator):
    page = text_of(moderator.get(REPORT))
    assert "Nothing came in." in page
    assert "No sheet was handed in." in page


def test_the_report_names_no_applicant_and_no_small_count_of_the_sheet(moderator, call, arriving_at):
    """Guards: the report reads no name; ``demographics.shown_of``."""
    arriving_at(call.closes_at + timedelta(days=1))
    ApplicationFactory(call=call, arrived_at=NOW, name="Marked Name", library="Marked Library")
    DemographicAnswer.objects.bulk_create(
        DemographicAnswer(call=call, question="How old?", answer=answer)
        for answer in ["Under 30"] * 4 + ["30 to 50"] * 7 + ["Over 50"] * 9
    )
    page = moderator.get(REPORT)
    assert "Marked" not in page.content.decode()
    cells = [cell.get_text() for cell in soup(page).select("#sheet-1 ~ div td")]
    assert cells == ["–", "9", "–", "20"]


def test_the_report_asks_the_database_as_often_for_fifty_as_for_one(moderator, call, django_assert_num_queries):
    counts = []
    for size in (1, 3, 50):
        while call.applications.count() < size:
            ApplicationFactory(call=call, arrived_at=NOW)
        with django_assert_num_queries(40, exact=False) as asked:
            moderator.get(REPORT, {"year": "2027"})
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2]


def test_the_reports_menu_leads_there_for_those_who_may(client):
    for factory, may in ((AdministratorFactory, True), (ModeratorFactory, True), (EditorFactory, False)):
        client.force_login(factory())
        assert (reverse("year_report") in client.get("/admin/").content.decode()) is may


@pytest.mark.parametrize("factory", [EditorFactory, ReaderFactory])
def test_whoever_may_not_read_applications_sees_no_counts(client, factory):
    """Guard: ``may_see_counts`` in ``year_report``."""
    client.force_login(factory())
    assert client.get(REPORT).status_code == 302


def test_moderators_write_the_questions_of_the_sheet(moderator):
    address = reverse("wagtailsnippets_calls_demographicquestion:add")
    assert moderator.get(address).status_code == 200
