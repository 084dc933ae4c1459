"""All pictures of a round side by side: a page for the browser and one large picture."""

from html import escape
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw

THUMB = 220
TALLEST = 520
GAP = 12

HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page and state</title><style>
body{font:1rem/1.4 system-ui;margin:1rem;background:#777;color:#fff}
div{display:flex;gap:.75rem;align-items:flex-start;overflow-x:auto}
img{inline-size:220px;max-block-size:40rem;object-fit:cover;object-position:top}
</style><h1>Every page and state</h1>
"""


def write_index(folder: Path, taken: list[dict]) -> None:
    """``index.html``: a row for each state, each picture a link to its full size."""
    rows = [HEAD]
    for name, row in groupby(taken, key=lambda each: each["shot"].name):
        pictures = "".join(
            f'<a href="{each["file"].name}"><img loading="lazy" src="{each["file"].name}" '
            f'alt="{each["width"]} {each["theme"]}"></a>'
            for each in row
        )
        rows.append(f"<h2>{escape(name)}</h2><div>{pictures}</div>\n")
    (folder / "index.html").write_text("".join(rows), encoding="utf-8")


def write_sheet(folder: Path, taken: list[dict]) -> None:
    """``sheet.png``: the tops of all pictures, a row for each state."""
    rows = [(name, [_thumb(each["file"]) for each in row]) for name, row in groupby(taken, lambda e: e["shot"].name)]
    heights = [max(thumb.height for thumb in row) + 3 * GAP for _name, row in rows]
    width = max(len(row) for _name, row in rows) * (THUMB + GAP) + GAP
    sheet = Image.new("RGB", (width, sum(heights) + GAP), "#777")
    draw = ImageDraw.Draw(sheet)
    top = GAP
    for (name, row), height in zip(rows, heights, strict=True):
        draw.text((GAP, top), name, fill="white")
        for place, thumb in enumerate(row):
            sheet.paste(thumb, (GAP + place * (THUMB + GAP), top + int(1.5 * GAP)))
        top += height
    sheet.save(folder / "sheet.png", optimize=True)


def _thumb(file: Path) -> Image.Image:
    with Image.open(file) as picture:
        scale = THUMB / picture.width
        part = picture.crop((0, 0, picture.width, min(picture.height, int(TALLEST / scale))))
        return part.resize((THUMB, int(part.height * scale)), Image.Resampling.LANCZOS).convert("RGB")
