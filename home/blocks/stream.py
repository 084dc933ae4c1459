from wagtail import blocks

from .links import ButtonBlock, RelatedPagesBlock
from .lists import FactsBlock, QuestionsAndAnswersBlock, StepsBlock
from .media import DownloadBlock, EmbedBlock, PictureBlock
from .text import HeadingBlock, PullQuoteBlock, TextBlock


class BodyBlock(blocks.StreamBlock):
    """Everything an editor can put into the body of a page."""

    text = TextBlock(group="Words")
    heading = HeadingBlock(group="Words")
    pull_quote = PullQuoteBlock(group="Words")
    steps = StepsBlock(group="Lists")
    facts = FactsBlock(group="Lists")
    questions_and_answers = QuestionsAndAnswersBlock(group="Lists")
    picture = PictureBlock(group="Pictures and files")
    embed = EmbedBlock(group="Pictures and files")
    download = DownloadBlock(group="Pictures and files")
    button = ButtonBlock(group="Ways on")
    related_pages = RelatedPagesBlock(group="Ways on")

    class Meta:
        template = "home/blocks/body.html"
