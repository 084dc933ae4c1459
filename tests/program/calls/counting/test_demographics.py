"""Counts of the sheet: five and more, and none that the others give away."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program.calls.counting.demographics import ALL, LEAST, SUM, shown_of, tables_of
from program.calls.models import DemographicAnswer, DemographicQuestion
from tests.factories import NOW, CallPageFactory

SECOND, LATER = timedelta(seconds=1), NOW + timedelta(days=200)

TABLES = st.integers(1, 4).flatmap(
    lambda rows: st.integers(1, 5).flatmap(
        lambda columns: st.fixed_dictionaries(
            {
                (f"call {row}", f"answer {column}"): st.integers(0, 14)
                for row in range(rows)
                for column in range(columns)
            }
        )
    )
)


def lines_of(cells) -> list[tuple[list, tuple]]:
    """Each row and column: its parts, and the sum that stands at its end."""
    rows, columns = ({cell[side] for cell in cells} - {ALL, SUM} for side in (0, 1))
    across = [
        ([(row, column) for column in columns], (row, SUM)) for row in rows | ({ALL} if (ALL, SUM) in cells else set())
    ]
    down = [([(row, column) for row in rows], (ALL, column)) for column in columns | {SUM} if (ALL, column) in cells]
    return across + down


def worked_out(shown) -> set:
    """What is left out and yet follows from the rest, by elimination: another way than the code goes."""
    unknown = sorted(cell for cell, number in shown.items() if number is None)
    system = [
        [Fraction(1) if cell in parts else Fraction(-1) if cell == total else Fraction(0) for cell in unknown]
        for parts, total in lines_of(shown)
    ]
    pivots = []
    for column in range(len(unknown)):
        row = next((row for row in range(len(pivots), len(system)) if system[row][column]), None)
        if row is None:
            continue
        system[len(pivots)], system[row] = system[row], system[len(pivots)]
        pivot = system[len(pivots)]
        pivot[:] = [value / pivot[column] for value in pivot]
        for other in system:
            if other is not pivot and other[column]:
                factor = other[column]
                other[:] = [value - factor * by for value, by in zip(other, pivot, strict=True)]
        pivots.append(column)
    return {unknown[at] for row, at in zip(system, pivots, strict=False) if sum(map(bool, row)) == 1}


@settings(max_examples=300, deadline=None)
@given(TABLES)
def test_nothing_that_is_left_out_can_be_worked_out(counts):
    """Guard: ``_one_more``; with the first hidden cells alone a sum gives them away."""
    shown = shown_of(counts)
    assert worked_out(shown) == set()
    for parts, total in lines_of(shown):
        out = [counts_of(counts, cell) for cell in parts if shown[cell] is None]
        assert not out or shown[total] is None or sum(out) >= LEAST


@settings(max_examples=100, deadline=None)
@given(TABLES)
def test_what_is_shown_is_true_and_five_or_more(counts):
    """Guard: ``LEAST`` in ``shown_of``."""
    for cell, number in shown_of(counts).items():
        assert number is None or number == counts_of(counts, cell) >= LEAST


def counts_of(counts, cell) -> int:
    """The true number of a cell or a sum."""
    row, column = cell
    return sum(number for (call, answer), number in counts.items() if row in (call, ALL) and column in (answer, SUM))


def test_one_small_count_takes_the_next_smallest_with_it():
    shown = shown_of({("Jury", "Under 30"): 3, ("Jury", "30 to 50"): 6, ("Jury", "Over 50"): 20})
    assert shown == {
        ("Jury", "Under 30"): None,
        ("Jury", "30 to 50"): None,
        ("Jury", "Over 50"): 20,
        ("Jury", SUM): 29,
    }


def test_where_all_counts_are_large_all_are_shown():
    counts = {("Jury", "A"): 5, ("Jury", "B"): 6, ("Board", "A"): 7, ("Board", "B"): 8}
    assert None not in shown_of(counts).values()


def test_a_cell_that_alone_joins_two_groups_of_hidden_ones_does_not_give_itself_away():
    """Guard: ``_bridges``; every line leaves out two and more, and yet one could be worked out from all lines."""
    small = {(row, column) for rows, columns in (("AB", "12"), ("CD", "34")) for row in rows for column in columns}
    counts = {(row, column): 3 if (row, column) in small | {("A", "3")} else 20 for row in "ABCD" for column in "1234"}
    assert worked_out(shown_of(counts)) == set()


def sheets(call, question, **answers):
    DemographicAnswer.objects.bulk_create(
        DemographicAnswer(call=call, question=question, answer=answer.replace("_", " "))
        for answer, number in answers.items()
        for _ in range(number)
    )


@pytest.mark.django_db
def test_answers_are_counted_by_call_and_for_all_in_the_order_they_were_offered():
    DemographicQuestion.objects.create(label="How old?", choices="Under 30\n30 to 50\nOver 50")
    jury, board = (CallPageFactory(now=NOW, title=title) for title in ("Jury", "Board"))
    last_year = CallPageFactory(now=NOW - timedelta(days=400))
    sheets(jury, "How old?", Over_50=9, Under_30=6)
    sheets(board, "How old?", Over_50=7, Under_30=8)
    sheets(last_year, "How old?", Under_30=50)
    (table,) = tables_of(2027, at=LATER)
    assert (table.question, table.answers) == ("How old?", ("Under 30", "Over 50", SUM))
    assert table.rows == (("Board", (8, 7, 15)), ("Jury", (6, 9, 15)), (ALL, (14, 16, 30)))


@pytest.mark.django_db
def test_nothing_is_told_of_a_call_before_it_has_closed():
    """Guard: ``closes_at__lt`` in ``tables_of``; a count that grows by one says what one person wrote."""
    call = CallPageFactory(now=NOW)
    sheets(call, "How old?", Over_50=9)
    assert [len(tables_of(2027, at=call.closes_at + moment)) for moment in (-SECOND, SECOND)] == [0, 1]


@pytest.mark.django_db
def test_a_question_that_is_asked_no_more_is_still_counted():
    sheets(CallPageFactory(now=NOW, title="Jury"), "Gone?", Yes=9)
    (table,) = tables_of(2027, at=LATER)
    assert (table.question, table.rows) == ("Gone?", (("Jury", (9, 9)),))
