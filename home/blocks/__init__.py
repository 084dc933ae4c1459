from .links import ButtonBlock, RelatedPagesBlock, WaysBlock
from .lists import FactsBlock, QuestionsAndAnswersBlock, StepsBlock
from .media import DownloadBlock, EmbedBlock, PictureBlock
from .stream import BodyBlock
from .text import HeadingBlock, PullQuoteBlock, TextBlock

__all__ = [
    "BodyBlock",
    "ButtonBlock",
    "DownloadBlock",
    "EmbedBlock",
    "FactsBlock",
    "HeadingBlock",
    "PictureBlock",
    "PullQuoteBlock",
    "QuestionsAndAnswersBlock",
    "RelatedPagesBlock",
    "StepsBlock",
    "TextBlock",
    "WaysBlock",
]
