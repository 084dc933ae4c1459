"""Rich text that nobody wrote is stored as nothing, so that no page sets a heading over it."""

import pytest

from home.fields import is_blank
from program.calls.models import CallPage


@pytest.mark.parametrize("html", ["", None, "<p></p>", '<p data-block-key="a1b2c"></p>', "<p> \xa0</p><p><br/></p>"])
def test_markup_without_words_is_blank(html):
    assert is_blank(html)


@pytest.mark.parametrize("html", ["<p>Yes</p>", "<hr/>", '<embed embedtype="image" id="1"/>', "يوم"])
def test_words_pictures_and_rules_are_not_blank(html):
    assert not is_blank(html)


def test_a_field_left_alone_in_the_editor_is_stored_as_nothing():
    """Guard: ``home.fields.RichTextField.clean``."""
    call = CallPage(result='<p data-block-key="a1b2c"></p>')
    assert CallPage._meta.get_field("result").clean(call.result, call) == ""
