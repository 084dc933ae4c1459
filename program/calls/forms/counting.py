"""Counting words as people do. static/js/forms.js counts the same way; a test compares the two."""

import re

# Scripts that write words without spaces between them, but have one sign for a syllable or a word.
ONE_SIGN_A_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]",
)
# A dash between two words stands for a space; a hyphen and an apostrophe do not.
BETWEEN_WORDS = re.compile(r"[\s\u2013\u2014]+")


def count_words(text: str) -> int:
    """How many words ``text`` has: what stands between spaces and holds a letter or a digit.

    A Chinese or Japanese sign counts as one word. Thai, Lao, Khmer and Burmese write whole phrases without a
    space and have no such sign; a phrase counts as one, so nobody is told of too many who has not written them.
    """
    signs = len(ONE_SIGN_A_WORD.findall(text))
    rest = BETWEEN_WORDS.split(ONE_SIGN_A_WORD.sub(" ", text))
    return signs + sum(1 for word in rest if any(sign.isalnum() for sign in word))
