"""Bars with their numbers. Where each stands in a drawing is worked out here; the template only draws."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# In the units of the drawing.
WIDTH = 640
# Lying bars: room for their words on the left, for their number on the right.
ROW, THICK, WORDS, NUMBER = 28, 18, 240, 50
# Standing bars: room for numbers above and for words below.
ABOVE, HIGH, BELOW, GAP = 18, 150, 22, 2


@dataclass(frozen=True)
class Bar:
    """One bar: what it counts, how many, and its rectangle."""

    label: str
    count: int
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def middle_x(self) -> float:
        return self.x + self.width / 2

    @property
    def middle_y(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True)
class Chart:
    """A chart and the table behind it: the same bars."""

    title: str
    what: str
    bars: tuple[Bar, ...]
    stands: bool = False
    note: str = ""

    width = WIDTH
    baseline = ABOVE + HIGH

    @property
    def height(self) -> int:
        return ABOVE + HIGH + BELOW if self.stands else ROW * len(self.bars)

    @property
    def total(self) -> int:
        return sum(bar.count for bar in self.bars)

    @property
    def summary(self) -> str:
        """The chart in a sentence, for those who don't see it."""
        longest = max(self.bars, key=lambda bar: bar.count)
        return f"{self.title}: {self.total} in all, most for “{longest.label}” ({longest.count})."


def lying(values: Iterable[str], order: Sequence[str] = (), *, empty: str = "Not said") -> tuple[Bar, ...]:
    """A bar for each value: in ``order`` where one is given, else the most frequent first. ``empty`` comes last."""
    counted = Counter(value or empty for value in values)
    rest = sorted(counted.keys() - set(order) - {empty}, key=lambda label: (-counted[label], label))
    labels = [*order, *rest, *([empty] if empty in counted else [])]
    longest = max(counted.values(), default=0) or 1
    most = WIDTH - WORDS - NUMBER
    return tuple(
        Bar(
            label, counted[label], WORDS, place * ROW + (ROW - THICK) / 2, round(most * counted[label] / longest), THICK
        )
        for place, label in enumerate(labels)
    )


def standing(counted: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    """Bars one beside the other, in the order they come, as wide as the drawing allows."""
    step = WIDTH / (len(counted) or 1)
    highest = max((count for _, count in counted), default=0) or 1
    bars = []
    for place, (label, count) in enumerate(counted):
        height = round(HIGH * count / highest)
        bars.append(Bar(label, count, round(place * step, 1), ABOVE + HIGH - height, round(step - GAP, 1), height))
    return tuple(bars)
