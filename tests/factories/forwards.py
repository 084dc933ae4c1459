"""Names put forward, the way they are: through the service."""

import factory

from program.calls.models import NameForward
from program.calls.services import forwarding

from .calls import CallPageFactory


class NameForwardFactory(factory.Factory):
    """A name put forward, its letter written, an hour after the call opened."""

    call = factory.LazyFunction(CallPageFactory)
    by_name = "Sample Finder"
    by_email = factory.Sequence(lambda number: f"finder-{number}@example.org")
    colleague_name = "Sample Colleague"
    colleague_email = factory.Sequence(lambda number: f"colleague-{number}@example.org")
    why = "You run the story time that everybody copies."
    sender_digest = factory.Sequence(lambda number: f"digest-{number}")
    at = factory.LazyAttribute(lambda forward: forward.call.opens_at)

    class Meta:
        model = NameForward

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        forwarding.put_forward(**kwargs)
        return NameForward.objects.get(call=kwargs["call"], colleague_email=kwargs["colleague_email"].lower())
