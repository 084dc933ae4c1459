"""Two sample readers, and what they think of the answers to one call. Nobody can log in as either."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from program.calls.enums import Recommendation
from program.calls.models import Application, CallReader
from program.calls.services import reading

CALL = "scholarship-panel"

# username: first and last name. Without an address, so that no letter can ever go to them.
READERS = {
    "sample-reader-one": ("Wilhelmina", "Ortega (sample)"),
    "sample-reader-two": ("Clement", "Yarrow (sample)"),
}

# reader, applicant, days from today, recommendation, scores in the order of the call, comment
READINGS = [
    ("sample-reader-one", "Roy Castellane (sample)", -5, Recommendation.YES, (5, 4, 4),
     "The long way round, told without asking for a medal."),
    ("sample-reader-two", "Roy Castellane (sample)", -4, Recommendation.YES, (4, 4, 5), ""),
    ("sample-reader-one", "Agnes Tull (sample)", -4, Recommendation.MAYBE, (4, 2, 3),
     "I would like to hear more about the letters she has read before."),
    ("sample-reader-two", "Agnes Tull (sample)", -3, Recommendation.YES, (5, 5, 4),
     "Reads as she writes: slowly, and then she has it."),
]  # fmt: skip

# reader, applicant, days from today, why
CONFLICTS = [("sample-reader-two", "Petra Lindqvist (sample)", -3, "She was my mentor two years ago.")]


def load(call, calendar) -> None:
    """Make the readers of ``call`` and write down what they think, on the days they are said to have."""
    readers = {username: _reader(call, username, names) for username, names in READERS.items()}
    applications = {each.name: each for each in Application.objects.filter(call=call)}
    criteria = [criterion.name for criterion in call.criteria.all()]
    for username, applicant, days, recommendation, scores, comment in READINGS:
        reading.record(
            application=applications[applicant],
            reader=readers[username],
            recommendation=recommendation,
            scores=dict(zip(criteria, scores, strict=True)),
            comment=comment,
            at=calendar.moment(days),
        )
    for username, applicant, days, why in CONFLICTS:
        reading.declare_conflict(
            application=applications[applicant], reader=readers[username], why=why, at=calendar.moment(days)
        )


def _reader(call, username, names):
    first_name, last_name = names
    user = get_user_model()(username=username, first_name=first_name, last_name=last_name)
    user.set_unusable_password()
    user.save()
    user.groups.add(Group.objects.get(name="Call readers"))
    CallReader.objects.create(page=call, user=user)
    return user
