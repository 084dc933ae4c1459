"""How far the reading of a call is: for each reader how much is done, for each application how far they agree."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean

from django.db.models import QuerySet

from home.models import User
from program.calls.enums import UNDECIDED, Recommendation, Status
from program.calls.models import Application, CallPage, Conflict, Reading
from program.calls.permissions import may_see_verdicts_of_others


@dataclass(frozen=True)
class Progress:
    """Where one reader stands with one call. ``left`` is what they can still read, closed ones left out."""

    reader: User
    done: int
    left: int
    conflicts: int


@dataclass(frozen=True)
class Spread:
    """What readers think of one application, side by side; nothing of it where it ``is_closed`` to who asks."""

    application: Application
    readings: list[Reading]
    is_closed: bool = False

    @cached_property
    def means(self) -> list[float]:
        """For each reader who scored, the mean of their scores, the lowest first."""
        scores = [[score.value for score in reading.scores.all()] for reading in self.readings]
        return sorted(fmean(values) for values in scores if values)

    @property
    def mean(self) -> float | None:
        return fmean(self.means) if self.means else None

    @property
    def recommendations(self) -> list[tuple[str, int]]:
        """How many recommend what, each kind in words; kinds that nobody chose are left out."""
        counts = Counter(reading.recommendation for reading in self.readings)
        return [(each.label, counts[each]) for each in Recommendation if counts[each]]


def progress_of(call: CallPage) -> list[Progress]:
    """Each reader of ``call``, in a fixed number of queries, however many there are."""
    applications = dict(
        Application.objects.filter(call=call).exclude(status=Status.WITHDRAWN).values_list("pk", "email")
    )
    undecided = set(Application.objects.filter(call=call, status__in=UNDECIDED).values_list("pk", flat=True))
    read = _pairs(Reading, call)
    conflicts = _pairs(Conflict, call)
    found = []
    for entry in call.readers.select_related("user").order_by("user__last_name", "user__first_name", "user__pk"):
        user = entry.user
        theirs = {
            key
            for key, email in applications.items()
            if (key, user.pk) not in conflicts and not (user.email and email.casefold() == user.email.casefold())
        }
        done = {key for key in theirs if (key, user.pk) in read}
        found.append(
            Progress(
                reader=user,
                done=len(done),
                left=len((theirs & undecided) - done),
                conflicts=sum(reader == user.pk for _application, reader in conflicts),
            )
        )
    return found


def verdicts_for(user: User, application: Application) -> list[Reading]:
    """What others think of ``application``, as far as ``user`` may see it now; their own reading left out."""
    if not may_see_verdicts_of_others(user, application):
        return []
    others = application.readings.exclude(reader=user.pk)
    return list(others.select_related("reader").prefetch_related("scores"))


def spreads_of(call: CallPage, user: User) -> list[Spread]:
    """The applications of ``call`` that ``user`` may see, the best thought of first, then those nobody scored.

    A reader of the call who keeps the register as well sees no verdict on what they have still to read.
    """
    left = set(Application.objects.left_to(user).filter(call=call).values_list("pk", flat=True))
    applications = (
        Application.objects.readable_by(user)
        .filter(call=call)
        .exclude(status=Status.WITHDRAWN)
        .prefetch_related("readings__scores", "readings__reader")
    )
    found = [
        Spread(each, [], is_closed=True) if each.pk in left else Spread(each, list(each.readings.all()))
        for each in applications
    ]
    return sorted(found, key=lambda spread: -(spread.mean or 0))


def conflicts_in(call: CallPage, user: User) -> QuerySet[Conflict]:
    """The conflicts that were declared in ``call``, on applications that ``user`` may see."""
    seen = Application.objects.readable_by(user).filter(call=call)
    return Conflict.objects.filter(application__in=seen).select_related("application", "reader")


def _pairs(model: type[Reading] | type[Conflict], call: CallPage) -> set[tuple[int, int]]:
    """Which application was read, or given up, by whom."""
    return set(model.objects.filter(application__call=call).values_list("application", "reader"))
