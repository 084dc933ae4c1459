"""A PDF is looked into by a process of its own, which may fall without taking anything with it."""

import os
import resource
import signal
from io import BytesIO

import pytest

from program.files.enums import Kind
from program.files.judging import Limits, Refused, judge, pdf
from program.files.judging.pdf_reader import MEMORY, Found, look
from tests.factories import files
from tests.factories.hostile.pdfs import PDFS, pdf_bomb

LIMITS = Limits(frozenset(Kind))


def judged(content):
    return judge(files.uploaded(content), LIMITS)


def test_what_it_looks_for_is_found_without_a_process_as_well():
    for hostile in PDFS:
        if hostile.verdict in ("active", "attachment", "encrypted"):
            with pytest.raises(Found) as found:
                look(BytesIO(hostile.make()), max_pages=4)
            assert (hostile.what, str(found.value)) == (hostile.what, hostile.verdict)
    assert look(BytesIO(files.pdf(3)), max_pages=4) == 3


def test_one_with_too_many_pages_is_counted_and_not_searched():
    scripted = next(each for each in PDFS if each.what == "a PDF with a script")
    assert look(BytesIO(scripted.make()), max_pages=0) == 1


def test_the_process_is_used_again():
    judged(files.pdf())
    first = pdf.reader._process.pid
    judged(files.pdf(2))
    assert pdf.reader._process.pid == first


def test_a_process_that_was_killed_is_started_anew():
    judged(files.pdf())
    os.kill(pdf.reader._process.pid, signal.SIGKILL)
    pdf.reader._process.wait()
    assert judged(files.pdf(3)).pages == 3


def test_it_hears_no_signal_that_stops_the_site_around_it():
    """A host that stops a site signals all its processes; requests that are being answered are finished."""
    judged(files.pdf())
    process = pdf.reader._process
    for each in (signal.SIGTERM, signal.SIGINT):
        os.kill(process.pid, each)
    assert judged(files.pdf(2)).pages == 2
    assert pdf.reader._process is process


def test_it_ends_when_nobody_can_ask_any_more():
    judged(files.pdf())
    process = pdf.reader._process
    process.stdin.close()
    assert process.wait(timeout=5) == 0
    assert judged(files.pdf(2)).pages == 2


def test_one_that_takes_too_long_is_refused_and_the_next_is_judged(monkeypatch):
    """Guard: ``PATIENCE``."""
    judged(files.pdf())
    os.kill(pdf.reader._process.pid, signal.SIGSTOP)
    monkeypatch.setattr(pdf, "PATIENCE", 0.2)
    with pytest.raises(Refused) as refusal:
        judged(files.pdf())
    assert refusal.value.code == "too_complex"
    monkeypatch.undo()
    assert judged(files.pdf()).pages == 1


def test_the_process_may_not_take_more_memory_than_it_is_given():
    """Guard: ``setrlimit`` in ``pdf_reader.main``."""
    judged(files.pdf())
    assert resource.prlimit(pdf.reader._process.pid, resource.RLIMIT_AS) == (MEMORY, MEMORY)


def test_a_bomb_leaves_this_process_as_it_was():
    judged(files.pdf())
    bomb = pdf_bomb()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(3):
        with pytest.raises(Refused):
            judged(bomb)
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) < 20 * 1024
