from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock


class PictureBlock(blocks.StructBlock):
    """A picture with its alt text (or marked as decorative) and who made it."""

    image = ImageBlock()
    caption = blocks.CharBlock(required=False)
    credit = blocks.CharBlock(required=False, help_text="Left empty, the credit kept with the picture is shown.")

    class Meta:
        icon = "image"
        label = "Picture"
        template = "home/blocks/picture.html"
        description = "A picture with alt text, a caption and a credit."


class EmbedBlock(blocks.StructBlock):
    """A video or recording elsewhere, as a card that opens it there.

    Nothing is loaded from the other site until the reader goes there: a player in the page
    would tell a third party who reads it.
    """

    url = blocks.URLBlock(label="Address", help_text="Where the video or recording can be watched, beginning https://")
    title = blocks.CharBlock(max_length=120)
    length = blocks.CharBlock(required=False, max_length=40, help_text="For instance “4 minutes, with captions”.")

    class Meta:
        icon = "media"
        label = "Video or recording elsewhere"
        template = "home/blocks/embed.html"
        description = "A card that opens a video or recording where it lives; nothing loads before the reader asks."
        preview_value = {
            "url": "https://video.example.org/story-walk",
            "title": "A walk along the story trail",
            "length": "4 minutes, with captions",
        }

    def clean(self, value):
        result = super().clean(value)
        if urlsplit(result["url"]).scheme != "https":
            raise StructBlockValidationError({"url": ValidationError("Use the address that begins with https://")})
        return result

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["host"] = urlsplit(value.get("url") or "").netloc.removeprefix("www.")
        return context


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock()
    title = blocks.CharBlock(required=False, help_text="Left empty, the document's own title is shown.")

    class Meta:
        icon = "download"
        label = "Download"
        template = "home/blocks/download.html"
        description = "A document to take away, with its kind and size."
