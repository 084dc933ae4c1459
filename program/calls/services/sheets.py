"""The optional demographics sheet: stored apart from the application, and handed in once."""

from django.db import transaction

from program.calls.models import Application, DemographicAnswer


def hand_in(*, application: Application, answers: dict[str, str]) -> bool:
    """Store ``answers`` (the choice by the words of the question), and note only that there was a sheet.

    Nothing stored says whose they are. An empty sheet is one that was skipped. The first one counts: returns
    False, and stores nothing, where there was one before.
    """
    with transaction.atomic():
        is_first = Application.objects.filter(pk=application.pk, gave_demographics=False).update(gave_demographics=True)
        if is_first:
            DemographicAnswer.objects.bulk_create(
                DemographicAnswer(call_id=application.call_id, question=question, answer=answer)
                for question, answer in answers.items()
            )
    return bool(is_first)
