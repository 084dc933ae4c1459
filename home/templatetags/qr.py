import segno
from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def qr_code(address: str):
    """``address`` as an inline SVG, for paper."""
    code = segno.make(address, error="m", micro=False)
    # segno writes the drawing from numbers alone; the address is in it only as squares.
    return mark_safe(code.svg_inline(svgclass="qr", lineclass=None, omitsize=True, border=2))  # noqa: S308
