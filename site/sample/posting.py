"""What a browser would post from the editor: form values, rows and blocks in the names that Wagtail gives them."""

from django.db.models import Model
from django.forms import BaseForm
from django.http import QueryDict
from wagtail import blocks
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.blocks.base import BlockWidget


class SampleRefused(Exception):
    """The editor's form refuses a piece of the sample; the message has the form's own words."""


def post(unbound: BaseForm, values: dict, rows: dict[str, list[dict]] | None = None) -> QueryDict:
    """The post of a form in which ``values`` were typed and ``rows`` added, all else left as it was shown.

    ``values`` hold HTML for rich text, ``[(block name, value), …]`` for streams, objects for choosers.
    """
    data = QueryDict(mutable=True)
    _fill(data, unbound, values, prefix="")
    for name, formset in getattr(unbound, "formsets", {}).items():
        added = (rows or {}).get(name, [])
        for key, count in (("TOTAL", len(added)), ("INITIAL", 0), ("MIN_NUM", 0), ("MAX_NUM", 1000)):
            data[f"{formset.prefix}-{key}_FORMS"] = str(count)
        for number, row in enumerate(added):
            _fill(data, formset.empty_form, {**row, "ORDER": number + 1}, prefix=f"{formset.prefix}-{number}-")
    return data


def words_of(form: BaseForm) -> str:
    """Everything ``form`` and its rows complain about, on one line each."""
    lines = [f"{name}: {message}" for name, messages in form.errors.items() for message in messages]
    for name, formset in getattr(form, "formsets", {}).items():
        lines += [f"{name}: {message}" for message in formset.non_form_errors()]
        for number, row in enumerate(formset.forms, start=1):
            lines += [f"{name} {number}: {field}: {' '.join(messages)}" for field, messages in row.errors.items()]
    return "\n".join(lines)


def _fill(data, form, values, prefix):
    unknown = set(values) - set(form.fields)
    if unknown:
        raise SampleRefused(f"{type(form).__name__} has no field {', '.join(sorted(unknown))}")
    for name, field in form.fields.items():
        value = values.get(name) if name in values else form[name].value()
        if isinstance(field.widget, BlockWidget):
            # A stream nobody touched is posted as an empty one: the sample only writes new pages.
            _fill_block(data, f"{prefix}{name}", field.widget.block_def, values.get(name, []))
        elif isinstance(field.widget, DraftailRichTextArea):
            data[f"{prefix}{name}"] = field.widget.format_value(value)
        else:
            _put(data, f"{prefix}{name}", value)


def _fill_block(data, key, block, value):
    if isinstance(block, blocks.BaseStreamBlock):
        _fill_items(data, key, [(block.child_blocks[name], item, name) for name, item in value])
    elif isinstance(block, blocks.ListBlock):
        _fill_items(data, key, [(block.child_block, item, None) for item in value])
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            _fill_block(data, f"{key}-{name}", child, value.get(name, ""))
    elif isinstance(block, blocks.RichTextBlock):
        data[key] = block.field.widget.format_value(value)
    else:
        _put(data, key, value)


def _fill_items(data, key, items):
    data[f"{key}-count"] = str(len(items))
    for number, (child, item, name) in enumerate(items):
        data[f"{key}-{number}-deleted"] = ""
        data[f"{key}-{number}-order"] = str(number)
        if name:
            data[f"{key}-{number}-type"] = name
        _fill_block(data, f"{key}-{number}-value", child, item)


def _put(data, key, value):
    if value is True:
        data[key] = "on"
    elif isinstance(value, list):
        data.setlist(key, [str(getattr(each, "pk", each)) for each in value])
    elif isinstance(value, Model):
        data[key] = str(value.pk)
    elif value is not False:  # An unticked box is not posted at all.
        data[key] = "" if value is None else str(value)
