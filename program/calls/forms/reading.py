"""What a reader sees of an application, and the form in which they say what they think of it."""

from django import forms

from program.calls.enums import QuestionKind, Recommendation
from program.calls.forms.transcript import OWN_QUESTIONS, Section, stored
from program.calls.models import Application, Criterion, Reading
from program.calls.models.readings import HIGHEST, LOWEST

# Named one by one, so that what the form of applicants grows by is hidden until somebody decides otherwise.
SEEN_WITHOUT_NAMES = frozenset(
    {"job_title", "career_stage", "member", "first_time", "library_type", "region", "ranked_seats", "availability"}
)
SEEN_BY_READERS = SEEN_WITHOUT_NAMES | {
    "name",
    "pronouns",
    "email",
    "phone",
    "member_number",
    "library",
    "city",
    "put_forward_by",
}
# Answers of these kinds say who somebody is.
NAMING_KINDS = frozenset({QuestionKind.EMAIL, QuestionKind.FILE})


def for_reader(application: Application, *, with_name: bool) -> list[Section]:
    """``application`` in words without what is not a reader's: sensitive answers, access needs, later answers.

    The call's own questions come first; of the rest, what was left empty is left out. Not ``with_name``,
    nothing says who it is from but what they wrote themselves.
    """
    hidden_kinds = frozenset() if with_name else NAMING_KINDS
    answers = [each for each in application.answers if not each.get("sensitive") and each["kind"] not in hidden_kinds]
    fields = SEEN_BY_READERS if with_name else SEEN_WITHOUT_NAMES
    questions, others = [], []
    for section in stored(application, fields=fields, answers=answers):
        if section.title == OWN_QUESTIONS:
            questions.append(section)
        elif rows := [row for row in section.rows if row.value]:
            others.append(Section(section.title, rows))
    return questions + others


class ReadingForm(forms.Form):
    """A score for each criterion of the call, a recommendation, and a comment."""

    recommendation = forms.ChoiceField(
        label="What do you recommend?",
        choices=Recommendation,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you recommend."},
    )
    comment = forms.CharField(
        label="Comment",
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="For those who decide, and for other readers once theirs is in. The applicant does not see it, "
        "but may ask for what is kept about them: write what you would say to them.",
    )

    def __init__(self, *args, criteria: list[Criterion], **kwargs):
        super().__init__(*args, **kwargs)
        for criterion in criteria:
            self.fields[self.key(criterion)] = forms.TypedChoiceField(
                label=criterion.name,
                help_text=criterion.description,
                choices=[(value, str(value)) for value in range(LOWEST, HIGHEST + 1)],
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": f"Choose a score from {LOWEST} to {HIGHEST}."},
            )
        self.criteria = criteria
        self.order_fields([*(self.key(each) for each in criteria), "recommendation", "comment"])

    @staticmethod
    def key(criterion: Criterion) -> str:
        return f"score-{criterion.pk}"

    @staticmethod
    def initial_of(reading: Reading | None, criteria: list[Criterion]) -> dict:
        """What the form begins with: what the reader thought before, where they did."""
        if reading is None:
            return {}
        scores = {score.criterion: score.value for score in reading.scores.all()}
        return {
            "recommendation": reading.recommendation,
            "comment": reading.comment,
            **{ReadingForm.key(each): scores[each.name] for each in criteria if each.name in scores},
        }

    @property
    def scales(self):
        """The fields of the criteria, in the order of the call."""
        return [self[self.key(each)] for each in self.criteria]

    @property
    def scores(self) -> dict[str, int]:
        """By the name of the criterion; of two with one name the later counts."""
        return {each.name: self.cleaned_data[self.key(each)] for each in self.criteria}


class ConflictForm(forms.Form):
    why = forms.CharField(
        label="Why, in a few words",
        required=False,
        max_length=255,
        help_text="For those who decide. Left empty if you would rather not say.",
    )
