from wagtail import blocks


class LinkBlock(blocks.StructBlock):
    """A page elsewhere that belongs to the story."""

    text = blocks.CharBlock(max_length=120)
    url = blocks.URLBlock(label="Address")

    class Meta:
        icon = "link"
        label = "Link"
        template = "spotlights/blocks/link.html"
