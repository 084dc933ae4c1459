"""Words are counted as people count them, in every script, and the page counts as the server does."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from program.calls.forms.counting import count_words

COUNTS = {
    "": 0,
    "   \n\t ": 0,
    "one": 1,
    "One, two; three.": 3,
    "two\nlines": 2,
    "a well-known librarian's shelf": 4,
    "that’s two": 2,
    "wait — what": 2,
    "wait—what": 2,
    "2 chairs & 14 books": 4,
    "👍 fine 👩🏽‍🏫": 1,
    "…": 0,
    "שלום עולם": 2,
    "مرحبا بالعالم هنا": 3,
    "Привет, мир": 2,
    "图书馆": 3,
    "私は本が好き": 6,
    "도서관 사서": 2,
    "สวัสดีชาวโลก": 1,
    "word" + "\u00a0" + "word": 2,
    "e\u0301tude": 1,
}


@pytest.mark.parametrize(("text", "words"), COUNTS.items())
def test_words_are_counted_as_people_do(text, words):
    assert count_words(text) == words


NODE = shutil.which("node")


@pytest.mark.skipif(NODE is None, reason="needs node, to run the page's own counter")
def test_the_page_counts_words_as_the_server_does():
    script = Path("static/js/forms.js").read_text()
    counter = re.search(r"^// counting:begin\n(.*?)^// counting:end", script, re.DOTALL | re.MULTILINE)[1]
    program = f"{counter}\nconsole.log(JSON.stringify({json.dumps(list(COUNTS))}.map(words)))"
    out = subprocess.run([NODE, "-e", program], capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own script
    assert json.loads(out) == list(COUNTS.values())
