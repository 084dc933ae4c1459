from wagtail import blocks


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(features=["bold", "italic", "ol", "ul", "link", "document-link"], **kwargs)

    class Meta:
        icon = "pilcrow"
        label = "Text"
        template = "home/blocks/text.html"
        description = "Paragraphs, lists and links."
        preview_value = "<p>Look around, listen, and say what you found from a colleague across the state.</p>"


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = "Heading"
        template = "home/blocks/heading.html"
        description = "A heading inside the page; readers can link to it."
        preview_value = "How it began"


class PullQuoteBlock(blocks.StructBlock):
    quote = blocks.TextBlock(help_text="The words alone; the marks are added.")
    who = blocks.CharBlock(required=False, help_text="Name as they wish it, and their library.")

    class Meta:
        icon = "openquote"
        label = "Pull quote"
        template = "home/blocks/pull_quote.html"
        description = "Somebody's words, set large."
        preview_value = {"quote": "I copied it on a Tuesday and it worked by Friday.", "who": "A school librarian"}
