"""Why a file is not taken, in a sentence that says what to do."""


class Refused(Exception):
    """A file that is not taken. ``sentence`` is for the one who sent it, ``code`` for everybody else."""

    def __init__(self, code: str, **words: object):
        self.code = code
        self.sentence = SENTENCES[code].format(**words)
        super().__init__(self.sentence)


AS_PDF = "Save it as a PDF and send that."
PRINT_ANEW = "Open it and print or save it as a new PDF, then send that."
SENTENCES = {
    "empty": "This file is empty. Open it to see whether it was saved, then choose it again.",
    "too_large": "This file is larger than {size}, the most that is taken here. Save it smaller, then choose it again.",
    "kind": "This is {what}, which is not taken here. Send {kinds}.",
    "renamed": "The name ends in .{ending}, but this is {what}. Save it anew in the program it was made with, "
    "as {kinds}.",
    "encrypted": "This file is locked with a password or against changes, so nobody here could be sure to read it. "
    "Save a copy without a lock and send that.",
    "damaged": "This file is damaged or cut off. Open it to see whether all of it is there, save it anew, "
    "then choose that.",
    "too_many_pages": "This has {pages} pages; at most {most} are taken here. Shorten it, then choose it again.",
    "too_many_pixels": "This picture has more than {millions} million pixels, the most that is taken here. "
    "Save it smaller, then choose it again.",
    "moving": "This picture moves. Send one that stands still.",
    "something_added": "Something stands before or behind this file, or inside it, that does not belong to it. "
    "Open it, save it as a new file, and send that.",
    "active": "This PDF holds a script, or something that starts by itself. " + PRINT_ANEW,
    "too_complex": "This PDF is built in a way that takes too long to look through. " + PRINT_ANEW,
    "attachment": "There is another file inside this one. Take it out, or print it to a PDF, and send that.",
    "macros": "This document holds macros, which are small programs. Save it without them, or as a PDF, and send that.",
    "remote": "This document fetches something from elsewhere when it is opened. " + AS_PDF,
    "bomb": "This file unpacks to far more than it seems to hold. Save it anew, or as a PDF, and send that.",
    "old_word": "This is a document of an older Word (.doc), which is not taken. Save it as {kinds} and send that.",
    "not_text": "This is no plain text. Send {kinds}.",
    "infected": "The virus scanner found something harmful in this file, so it was not kept. Scan your computer, "
    "then send another copy.",
    "not_checked": "We can’t check files for viruses at the moment, so this one was not taken. Your answers are kept; "
    "try again in a few minutes.",
}
