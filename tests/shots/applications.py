"""Applications in every state, and the pages that their applicants open by their own link."""

from datetime import timedelta

from django.utils import timezone

from home.models import User
from program.calls.enums import Status
from program.calls.models import Application, CallPage, CallQuestion, DemographicQuestion
from program.calls.services import deciding
from tests.factories import ApplicationFactory
from tests.factories.files import store
from tests.shots.states import Shot

ROADS = {
    "received": [],
    "being read": [Status.IN_REVIEW],
    "offered": [Status.IN_REVIEW, Status.OFFERED],
    "offered, over": [Status.OFFERED],
    "accepted": [Status.IN_REVIEW, Status.OFFERED, Status.ACCEPTED],
    "turned down": [Status.OFFERED, Status.TURNED_DOWN],
    "waitlisted": [Status.WAITLISTED],
    "not this time": [Status.IN_REVIEW, Status.NOT_THIS_TIME],
    "withdrawn": [Status.WITHDRAWN],
}
BELOW = {
    "received": ["withdraw", "delete", "data", "sheet", "correct"],
    "being read": ["delete"],
    "offered": ["accept", "turn-down"],
    "accepted": ["naming", "later"],
}


def press(page) -> None:
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()


def check(page) -> None:
    page.get_by_role("button", name="Check my answers").click()
    page.wait_for_load_state()


def plant_applications() -> list[Shot]:
    """One application in each state, of the call with too many words; the shots of its pages."""
    call = CallPage.objects.get(slug="long-call")
    call.asks_demographics = True
    call.questions.add(CallQuestion(label="Your shirt size", field_type="singleline", after_acceptance=True))
    call.save()
    for question, choices in {"How old are you?": "Under 30\n30 to 50\nOver 50", "A first job?": "Yes\nNo"}.items():
        DemographicQuestion.objects.get_or_create(label=question, defaults={"choices": choices})
    staff, _ = User.objects.get_or_create(username="planting", defaults={"is_active": False})
    shots = []
    for number, (name, road) in enumerate(ROADS.items()):
        secret = f"{number}" * 43
        application = _plant(call, secret, road, staff)
        if name == "offered, over":
            application.offer_until = timezone.now() - timedelta(days=1)
            application.save()
        address = f"/my-answers/{secret}/"
        shots.append(Shot(f"own, {name}", address))
        shots += [Shot(f"own, {name}, {below}", f"{address}{below}/") for below in BELOW.get(name, [])]
    shots.append(Shot("own, offered, accept, errors", f"/my-answers/{'2' * 43}/accept/", press))
    shots.append(Shot("own, received, correct, checked", f"/my-answers/{'0' * 43}/correct/", check))
    return shots


def _plant(call, secret, road, staff) -> Application:
    sent_at = timezone.now() - timedelta(days=2)
    application = ApplicationFactory(call=call, secret=secret, arrived_at=sent_at, name="Rosalind Quarles (sample)")
    file = store(holder=application.secret_digest, slot="resume")
    file.owner = application
    file.save()
    application.answers.append(
        {"key": "resume", "question": "Your resume", "kind": "file", "sensitive": False, "answer": str(file.pk)}
    )
    application.save()
    for days, status in enumerate(road):
        at = sent_at + timedelta(hours=12 * (days + 1))
        deciding.move(application=application, to=status, seen=application.status, by=staff, at=at)
    return application
