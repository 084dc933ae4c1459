from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class ButtonBlock(blocks.StructBlock):
    """A link set as a button: to a page of this site, or to an address elsewhere."""

    label = blocks.CharBlock(max_length=60, help_text="Say what happens: “See what is open”.")
    page = blocks.PageChooserBlock(required=False)
    url = blocks.URLBlock(label="or an address elsewhere", required=False)

    class Meta:
        icon = "link"
        label = "Button"
        template = "home/blocks/button.html"
        description = "One clear thing to do next."
        preview_value = {"label": "See what is open", "url": "https://example.org/"}

    def clean(self, value):
        result = super().clean(value)
        if bool(result["page"]) == bool(result["url"]):
            message = "Choose a page or give an address, one of the two."
            raise StructBlockValidationError({"page": ValidationError(message)})
        return result


class RelatedPagesBlock(blocks.ListBlock):
    """Pages of this site worth reading next."""

    def __init__(self, **kwargs):
        super().__init__(blocks.PageChooserBlock(label="Page"), **kwargs)

    class Meta:
        icon = "doc-full"
        label = "Related pages"
        template = "home/blocks/related_pages.html"
        description = "Pages worth reading next; those not published are left out."

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["pages"] = [page for page in value if page and page.live]
        return context


class WayBlock(blocks.StructBlock):
    """One way to pay it forward: its name, one line, one door."""

    name = blocks.CharBlock(max_length=40)
    line = blocks.CharBlock(max_length=160)
    door = blocks.CharBlock(max_length=60, help_text="The words of the link: “See the spotlights”.")
    page = blocks.PageChooserBlock()

    class Meta:
        icon = "pick"
        label = "Way"


class WaysBlock(blocks.StreamBlock):
    way = WayBlock()

    class Meta:
        icon = "pick"
        max_num = 6
        template = "home/blocks/ways.html"
