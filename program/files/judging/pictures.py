"""Pictures: drawn anew, so that nothing but the picture is kept."""

from io import BytesIO
from threading import Lock
from typing import Any

from PIL import Image, ImageOps

from program.files.judging.limits import Limits
from program.files.judging.refusals import Refused

# One picture at a time in each process: its pixels are the most memory that any file takes.
one_at_a_time = Lock()
PNG_MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")


def judge(file: Any, limits: Limits) -> tuple[BytesIO, None]:
    """The picture, upright, without place, time, camera, comment, preview or anything behind its end."""
    with one_at_a_time:
        try:
            return _draw_anew(file, limits), None
        except Refused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise _too_many_pixels(limits) from None
        except Exception:  # Pillow's readers raise whatever the damage leads to.
            raise Refused("damaged") from None


def _draw_anew(file: Any, limits: Limits) -> BytesIO:
    with Image.open(file, formats=["JPEG", "PNG"]) as image:
        # Known from the header, before a pixel is unpacked.
        if image.width * image.height > limits.max_pixels:
            raise _too_many_pixels(limits)
        if image.format == "PNG" and getattr(image, "is_animated", False):
            raise Refused("moving")
        is_png = image.format == "PNG"
        image.load()
        # In place: a second copy of all pixels is made only where the picture has to be turned.
        ImageOps.exif_transpose(image, in_place=True)
        upright = image
    modes = PNG_MODES if is_png else ("L", "RGB")
    drawn = upright if upright.mode in modes else upright.convert("RGBA" if is_png else "RGB")
    # What a writer would copy over: comments, profiles, text. How see-through a colour is belongs to the picture.
    drawn.info = {"transparency": drawn.info["transparency"]} if is_png and "transparency" in drawn.info else {}
    content = BytesIO()
    if is_png:
        drawn.save(content, "PNG", compress_level=4)
    else:
        drawn.save(content, "JPEG", quality=90)
    return content


def _too_many_pixels(limits: Limits) -> Refused:
    return Refused("too_many_pixels", millions=f"{limits.max_pixels / 1_000_000:g}")
