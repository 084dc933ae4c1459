from django import template

from program.files.enums import Kind
from program.files.judging.limits import size_in_words

register = template.Library()


@register.filter
def file_facts(file) -> str:
    """What a private file is, for instance “PDF, 80 kB, 2 pages”."""
    pages = [f"{file.pages} page" if file.pages == 1 else f"{file.pages} pages"] if file.pages else []
    return ", ".join([Kind(file.kind).label, size_in_words(file.size), *pages])
