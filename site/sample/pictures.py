"""The pictures, drawn for the sample: the file in ``pictures/``, a title and the words that stand in."""

from pathlib import Path

FOLDER = Path(__file__).parent / "pictures"
CREDIT = "Drawn for this sample"

PICTURES = {
    "lamp_on_a_desk": (
        "A lamp on a desk",
        "At night a desk lamp throws a wide cone of light over an open book; through the window three small houses "
        "on far hills have their windows lit too.",
    ),
    "two_chairs": (
        "Two chairs and a lamp",
        "An armchair and a plain wooden chair stand at one small table under a lamp, with two steaming cups and a "
        "shared notebook between them.",
    ),
    "bookmobile": (
        "A bookmobile on a hill road",
        "A bookmobile with an open shelf and a striped awning is parked on a country road; beside it stand a table "
        "and three chairs, the third one bright amber and empty.",
    ),
    "corridor_pallet": (
        "A pallet of books in a school corridor",
        "A low wooden pallet piled with paperbacks stands between rows of lockers; a sign on it reads: take one, no "
        "card needed.",
    ),
    "reading_porch": (
        "A library porch at dusk",
        "After dark a lamp burns on the porch of a small clapboard library, over a rocking chair, a bench and a wall "
        "of small numbered doors.",
    ),
    "scale_house": (
        "A scale house at harvest",
        "Grain trucks wait in line below a tall elevator; beside the open door of the scale house stands a crate of "
        "books.",
    ),
    "seed_drawer": (
        "A drawer of seeds",
        "A drawer of an old card catalog stands open, filled with seed packets and handwritten cards, and bean "
        "sprouts climb out of it.",
    ),
    "story_walk": (
        "A story walk",
        "Posts that carry the pages of a picture book stand along a path that winds up a meadow towards a row of "
        "trees.",
    ),
    "tool_shelf": (
        "A wall of tools to borrow",
        "Hammer, saw, level and drill hang on a pegboard, each with a paper tag; one place shows only the outline of "
        "a wrench that is out on loan.",
    ),
}
