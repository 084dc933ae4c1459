"""How readers' scores are drawn and counted."""

from django import template

from program.calls.models.readings import HIGHEST, LOWEST

register = template.Library()

# The drawing, in its own units: a dot for a score of 1 stands at LEFT, one for a 5 at LEFT + WIDTH.
LEFT, WIDTH, FLOOR, DOT = 8, 184, 20, 4
BOTTOM = FLOOR + 2 * DOT
# Dots nearer to one another than this are stacked.
NEAR = 0.2


@register.inclusion_tag("calls/admin/spread_plot.html")
def spread_plot(spread):
    """One dot for each reader's mean, on a line from 1 to 5; the same in words for who does not see it."""
    dots, stacks = [], {}
    for mean in spread.means:
        place = round(mean / NEAR)
        stacks[place] = stacks.get(place, -1) + 1
        dots.append((_x(mean), FLOOR - stacks[place] * DOT * 2))
    top = min(y for _x_, y in dots) - 2 * DOT
    return {
        "dots": dots,
        "ticks": [_x(value) for value in range(LOWEST, HIGHEST + 1)],
        "middle": _x(spread.mean),
        "top": top,
        "height": BOTTOM - top,
        "words": ", ".join(f"{mean:.1f}" for mean in spread.means),
    }


@register.filter
def readings_in_words(number):
    """“Read by nobody yet”, “Read by 1”, “Read by 2”."""
    return f"Read by {number}" if number else "Read by nobody yet"


def _x(score):
    # As text, so that no locale sets a comma where SVG wants a point.
    return f"{LEFT + (score - LOWEST) / (HIGHEST - LOWEST) * WIDTH:.1f}"
