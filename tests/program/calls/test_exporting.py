"""Applications as a file for a spreadsheet."""

import csv
import io

import pytest
from openpyxl import load_workbook
from wagtail.models import PageLogEntry

from program.calls.enums import Recommendation, Status
from program.calls.exporting import GROUPS
from program.calls.exporting.spreadsheets import harmless
from program.calls.models import Reading, Score
from program.calls.services import deciding
from tests.browsing import form_in, soup, text_of
from tests.factories import (
    NOW,
    ApplicationFactory,
    CallPageFactory,
    EditorFactory,
    QuestionFactory,
    ReaderFactory,
)

pytestmark = pytest.mark.django_db

EXPORT = "/admin/calls/application/export/"
ALL = [group.key for group in GROUPS]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"]


def exported(client, kind="csv", columns=ALL, **choice) -> list[dict]:
    """The rows of an export, each by its headings."""
    response = client.post(EXPORT, {"kind": kind, "columns": columns, **choice})
    content = b"".join(response.streaming_content)
    if kind == "csv":
        return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    rows = list(load_workbook(io.BytesIO(content)).active.values)
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_has_a_row_for_each_application_and_a_column_for_each_question(moderator, kind):
    call = CallPageFactory(questions=[QuestionFactory(label="What do you read?")])
    for name in ("First", "Second"):
        ApplicationFactory(call=call, name=name, **{"question-what_do_you_read": f"Books of {name}"})
    rows = exported(moderator, kind, call=call.pk)
    assert [(row["Name"], row["What do you read?"]) for row in rows] == [
        ("First", "Books of First"),
        ("Second", "Books of Second"),
    ]


def test_an_export_of_all_calls_has_the_answers_in_one_column(moderator):
    call = CallPageFactory(questions=[QuestionFactory(label="What do you read?")])
    ApplicationFactory(call=call, **{"question-what_do_you_read": "Maps"})
    ApplicationFactory()
    rows = exported(moderator)
    assert rows[0]["Questions of the call: answers"] == "What do you read? Maps"
    assert len(rows) == 2


def test_only_the_columns_that_were_chosen_leave_the_site(moderator):
    ApplicationFactory(name="Hidden Name", access_needs="A hidden need")
    (row,) = exported(moderator, columns=["library"])
    assert list(row) == ["Reference", "Call", "Received", "Library", "Library type", "City", "Region"]


def test_sensitive_answers_are_with_the_practical_needs_alone(moderator):
    call = CallPageFactory(
        questions=[QuestionFactory(label="Open?"), QuestionFactory(label="Close to you?", sensitive=True)]
    )
    application = ApplicationFactory(call=call)
    for answer in application.answers:
        answer["sensitive"] = answer["question"] == "Close to you?"
    application.save()
    headings = {key: list(exported(moderator, columns=[key], call=call.pk)[0]) for key in ("questions", "needs")}
    assert ["Open?" in headings["questions"], "Close to you?" in headings["questions"]] == [True, False]
    assert ["Open?" in headings["needs"], "Close to you?" in headings["needs"]] == [False, True]


def test_readings_come_as_averages_without_their_readers(moderator):
    application = ApplicationFactory()
    for value, word in ((5, Recommendation.YES), (2, Recommendation.MAYBE)):
        reading = Reading.objects.create(
            application=application, reader=ReaderFactory(), recommendation=word, comment="Secret words", at=NOW
        )
        Score.objects.create(reading=reading, criterion="Has tried it", value=value)
    (row,) = exported(moderator, columns=["readings"])
    assert list(row.values())[3:] == ["2", "3.5", "1", "1", "0"]


def test_who_reads_for_the_call_gets_no_verdict_before_their_own_is_in(moderator):
    """Guard: ``with_verdicts_hidden_from`` in ``export_applications``."""
    application = ApplicationFactory()
    verdict = {"application": application, "recommendation": Recommendation.YES, "at": NOW}
    Reading.objects.create(reader=ReaderFactory(), **verdict)
    application.call.readers.create(user=moderator.user)
    assert [row["Readings"] for row in exported(moderator, columns=["readings"])] == ["0"]
    Reading.objects.create(reader=moderator.user, **verdict)
    assert [row["Readings"] for row in exported(moderator, columns=["readings"])] == ["2"]


def test_ones_own_application_is_in_no_export(moderator):
    """Guard: ``readable_by`` in ``export_applications``."""
    ApplicationFactory(email=moderator.user.email)
    other = ApplicationFactory()
    assert [row["Reference"] for row in exported(moderator)] == [other.reference]


def test_an_export_is_narrowed_as_the_register_was(moderator):
    wanted = ApplicationFactory(library_type="school")
    ApplicationFactory()
    deciding.move(application=wanted, to=Status.IN_REVIEW, seen=Status.RECEIVED, by=moderator.user, at=NOW)
    for choice in ({"call": wanted.call_id}, {"status": "in_review"}, {"library_type": "school"}):
        assert [row["Reference"] for row in exported(moderator, **choice)] == [wanted.reference]


def test_the_page_takes_over_what_the_register_was_narrowed_to_and_drops_nonsense(moderator):
    call = ApplicationFactory().call
    page = moderator.get(EXPORT, {"call__id__exact": call.pk, "status__exact": "zzz", "region__id__exact": "zzz"})
    chosen = form_in(page)
    assert (chosen["call"], chosen["status"]) == ([str(call.pk)], [""])


def test_the_register_leads_to_the_page_with_what_it_was_narrowed_to(moderator):
    ApplicationFactory()
    page = moderator.get("/admin/calls/application/", {"status__exact": "received"})
    assert soup(page).select_one(f"a[href='{EXPORT}?status__exact=received']")


def test_without_columns_nothing_is_exported_and_the_page_says_what_to_do(moderator):
    page = moderator.post(EXPORT, {"kind": "csv"})
    assert "Choose at least one set of columns." in text_of(page)
    assert PageLogEntry.objects.filter(action="calls.export").count() == 0


def test_an_export_is_recorded_once_with_its_columns_and_its_number_of_rows(moderator):
    """Guard: ``export_applications`` calls ``record_export``."""
    call = ApplicationFactory().call
    exported(moderator, columns=["contact", "library"], call=call.pk)
    entry = PageLogEntry.objects.get(action="calls.export")
    assert (entry.page_id, entry.user, entry.data) == (
        call.pk,
        moderator.user,
        {"rows": 1, "columns": ["Name and contact", "Library"]},
    )


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("typed", FORMULAS)
def test_no_cell_of_an_export_is_taken_for_a_formula(moderator, kind, typed):
    """Guard: ``harmless`` in ``spreadsheets``."""
    application = ApplicationFactory()
    type(application).objects.filter(pk=application.pk).update(name=typed, library=typed)
    (row,) = exported(moderator, kind)
    assert [row["Name"][0], row["Library"][0]] == ["'", "'"]


def test_a_workbook_holds_no_formula_even_in_its_headings(moderator):
    """Guard: ``harmless`` in ``spreadsheets``."""
    call = CallPageFactory(title="=HYPERLINK(1)", questions=[QuestionFactory(label="=1+1")])
    ApplicationFactory(call=call)
    response = moderator.post(EXPORT, {"kind": "xlsx", "columns": ALL, "call": call.pk})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "inlineStr", "n"}
    assert [cell.value for row in sheet for cell in row if str(cell.value).startswith("=")] == []


@pytest.mark.parametrize("value", ["Ada", "a=b", "", "O'Neil", 5, -2.5, None])
def test_what_is_no_formula_stays_as_it_is(value):
    assert harmless(value) == value


def test_no_cell_is_parted_where_a_semicolon_parts_cells(moderator):
    """Guard: ``QUOTE_ALL``; in such a country a formula behind a semicolon would come to stand alone."""
    ApplicationFactory(name="Ada;=1+1")
    content = b"".join(moderator.post(EXPORT, {"kind": "csv", "columns": ALL}).streaming_content)
    assert b'"Ada;=1+1"' in content


def test_excel_is_told_that_the_file_is_utf_8(moderator):
    ApplicationFactory(name="Ånne")
    content = b"".join(moderator.post(EXPORT, {"kind": "csv", "columns": ALL}).streaming_content)
    assert content.startswith(b'\xef\xbb\xbf"Reference"')


def test_times_in_an_export_are_in_the_zone_of_the_association(moderator):
    ApplicationFactory(call=CallPageFactory(now=NOW), arrived_at=NOW)
    assert exported(moderator)[0]["Received"] == "2027-03-01 12:00"


def test_control_characters_do_not_break_a_workbook(moderator):
    application = ApplicationFactory()
    type(application).objects.filter(pk=application.pk).update(name="Be\x0bll")
    assert exported(moderator, "xlsx")[0]["Name"] == "Bell"


def test_an_export_asks_the_database_as_often_for_many_as_for_one(moderator, django_assert_num_queries):
    call = CallPageFactory()
    counts = []
    for size in (1, 3, 50):
        while call.applications.count() < size:
            ApplicationFactory(call=call)
        with django_assert_num_queries(20, exact=False) as asked:
            assert len(exported(moderator, call=call.pk)) == size
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2]


@pytest.mark.parametrize("factory", [EditorFactory, ReaderFactory])
def test_whoever_does_not_decide_exports_nothing(client, factory):
    """Guard: ``may_export_applications`` in ``export_applications``."""
    user = factory()
    application = ApplicationFactory(name="Marked Name")
    application.call.readers.create(user=user)
    client.force_login(user)
    for response in (client.get(EXPORT), client.post(EXPORT, {"kind": "csv", "columns": ALL})):
        assert response.status_code == 302
        assert b"Marked Name" not in response.content
