from wagtail import blocks


class StepsBlock(blocks.ListBlock):
    """Numbered steps somebody else can copy."""

    def __init__(self, **kwargs):
        super().__init__(blocks.TextBlock(label="Step", rows=2), **kwargs)

    class Meta:
        icon = "list-ol"
        label = "Steps"
        template = "home/blocks/steps.html"
        description = "Numbered steps, one thing to do in each."
        preview_value = ["Ask the feed store for a pallet.", "Fill it with paperbacks.", "Come back on Friday."]


class FactBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=60)
    value = blocks.CharBlock(max_length=200)


class FactsBlock(blocks.ListBlock):
    """A small table of facts."""

    def __init__(self, **kwargs):
        super().__init__(FactBlock(label="Fact"), **kwargs)

    class Meta:
        icon = "table"
        label = "Facts"
        template = "home/blocks/facts.html"
        description = "A small table: a name and a value on each line."
        preview_value = [{"name": "Cost", "value": "Nothing"}, {"name": "Time", "value": "Two hours a month"}]


class QuestionAndAnswerBlock(blocks.StructBlock):
    question = blocks.CharBlock()
    answer = blocks.RichTextBlock(features=["bold", "italic", "ol", "ul", "link"])


class QuestionsAndAnswersBlock(blocks.ListBlock):
    """Questions that open to their answers."""

    def __init__(self, **kwargs):
        super().__init__(QuestionAndAnswerBlock(label="Question and answer"), **kwargs)

    class Meta:
        icon = "help"
        label = "Questions and answers"
        template = "home/blocks/questions_and_answers.html"
        description = "Questions that open to show their answers; they work without JavaScript."
        preview_value = [{"question": "Do I need experience?", "answer": "<p>No. Newcomers are welcome.</p>"}]
