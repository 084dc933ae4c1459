"""The words of open calls. A leaf: imports nothing of ours."""

from django.db.models import TextChoices


class CallKind(TextChoices):
    COMMITTEE = "committee", "Committee"
    BOARD = "board", "Board"
    PANEL = "panel", "Panel"
    AWARD_JURY = "award_jury", "Award jury"
    TASK_FORCE = "task_force", "Task force"
    WORK_GROUP = "work_group", "Work group"
    CONFERENCE_PROGRAM = "conference_program", "Conference program"
    VOLUNTEERS = "volunteers", "Call for volunteers"


class CallState(TextChoices):
    """Where a call stands by the clock. Derived from its two times, never stored."""

    UPCOMING = "upcoming", "Opens soon"
    OPEN = "open", "Open"
    CLOSING_SOON = "closing_soon", "Closing soon"
    CLOSED = "closed", "Closed"


class Meetings(TextChoices):
    VIRTUAL = "virtual", "Virtual"
    IN_PERSON = "in_person", "In person"
    BOTH = "both", "Virtual and in person"


class QuestionKind(TextChoices):
    """The kinds of question an editor can ask; the values are the form builder's own."""

    SINGLELINE = "singleline", "A line of text"
    MULTILINE = "multiline", "Several lines of text"
    EMAIL = "email", "E-mail address"
    URL = "url", "Web address"
    NUMBER = "number", "Number"
    DATE = "date", "Date"
    RADIO = "radio", "Choose one, all shown"
    DROPDOWN = "dropdown", "Choose one, from a list"
    CHECKBOXES = "checkboxes", "Choose any number"
    CHECKBOX = "checkbox", "A box to tick"
    RANKED = "ranked", "Choose up to three, in order"
    FILE = "file", "A file"


# What a question of each kind asks for, in the applicant's words.
EXPECTS = {
    QuestionKind.SINGLELINE: "One line, {limit}",
    QuestionKind.MULTILINE: "{limit}",
    QuestionKind.EMAIL: "An e-mail address",
    QuestionKind.URL: "A web address",
    QuestionKind.NUMBER: "A number",
    QuestionKind.DATE: "A date",
    QuestionKind.RADIO: "Choose one",
    QuestionKind.DROPDOWN: "Choose one",
    QuestionKind.CHECKBOXES: "Choose any number",
    QuestionKind.CHECKBOX: "A box to tick",
    QuestionKind.RANKED: "Choose up to three, in your order",
    QuestionKind.FILE: "A file. {limit}",
}


class Membership(TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    UNSURE = "unsure", "I am not sure"


class Actor(TextChoices):
    """Who moved an application."""

    STAFF = "staff", "Staff"
    APPLICANT = "applicant", "The applicant"


class DeletionReason(TextChoices):
    """Why an application was deleted, as the history of its call says it."""

    TIME_OVER = "time_over", "the time it was promised to be kept is over"
    ASKED_FOR = "asked_for", "its applicant asked for it"
    BY_STAFF = "by_staff", "by decision of staff"


class Recommendation(TextChoices):
    YES = "yes", "Yes"
    MAYBE = "maybe", "Maybe"
    NO = "no", "Not this time"


class ForwardState(TextChoices):
    """What became of a name put forward."""

    WRITTEN_TO = "written_to", "Written to"
    BEGUN = "begun", "Has begun to answer"
    ANSWERED = "answered", "Answered the call"
    DECLINED = "declined", "Would rather not"


class Status(TextChoices):
    """Where an application stands, in the words of staff. ``PUBLIC_NAMES`` has the applicant's."""

    RECEIVED = "received", "Received"
    IN_REVIEW = "in_review", "In review"
    SHORTLISTED = "shortlisted", "Shortlisted"
    OFFERED = "offered", "Offered"
    ACCEPTED = "accepted", "Accepted"
    TURNED_DOWN = "turned_down", "Turned down by the applicant"
    WAITLISTED = "waitlisted", "Waitlisted"
    NOT_THIS_TIME = "not_this_time", "Not this time"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def public_name(self) -> str:
        return PUBLIC_NAMES[self]


# Shortlisting is the readers' own business; an applicant sees that the answers are being read.
PUBLIC_NAMES = {
    Status.RECEIVED: "Received",
    Status.IN_REVIEW: "Being read",
    Status.SHORTLISTED: "Being read",
    Status.OFFERED: "A place is offered to you",
    Status.ACCEPTED: "You accepted the place",
    Status.TURNED_DOWN: "You turned the place down",
    Status.WAITLISTED: "On the waiting list",
    Status.NOT_THIS_TIME: "Not this time",
    Status.WITHDRAWN: "Withdrawn",
}

# Still being read and talked about. A reading may be written and changed as long as this lasts.
UNDECIDED = (Status.RECEIVED, Status.IN_REVIEW, Status.SHORTLISTED)

# The decisions that are announced by a letter, each with its own words.
LETTER_STATUSES = [(each.value, each.label) for each in (Status.OFFERED, Status.WAITLISTED, Status.NOT_THIS_TIME)]
