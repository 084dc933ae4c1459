"""The sample content: whole, plainly a sample, and brought in once."""

import gc
import warnings
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from PIL import Image
from wagtail.models import Page, Revision

from config.sample import loader, program, reading
from config.sample.pictures import FOLDER, PICTURES
from config.sample.posting import SampleRefused
from config.sample.warming import warm
from home.models import AssociationSettings, Channel, CustomImage, HomePage
from program.calls.enums import CallState, Status
from program.calls.models import Application, CallPage, Score, StatusChange
from program.calls.reading_progress import progress_of
from program.models import ProgramCycle
from spotlights.models import SpotlightColleague, SpotlightPage

pytestmark = pytest.mark.django_db


def _load() -> str:
    out = StringIO()
    call_command("load_sample", stdout=out)
    return out.getvalue()


def _make_pictures_small():
    """Exchange the stored pictures for tiny ones: making AVIF of the real ones takes longer than all else here."""
    for picture in CustomImage.objects.all():
        tiny = BytesIO()
        Image.new("RGB", (16, 10), "white").save(tiny, "PNG")
        Path(picture.file.path).write_bytes(tiny.getvalue())


# First, while the site is still empty: the fixture below lasts to the end of the module.


def test_a_site_with_pages_of_its_own_is_left_alone(home):
    home.add_child(instance=Page(title="Ours", slug="ours"))
    assert _load().startswith("This site has pages of its own")
    assert home.get_children().count() == 1


def test_a_refused_piece_leaves_nothing_behind(home, monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setitem(program.INDEX, "summary", "long " * 60)
    with pytest.raises(SampleRefused, match="at most 280 characters"):
        loader.load(print)
    assert not home.get_children().exists()
    assert not loader.is_loaded()
    assert not CustomImage.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker):
    """What the command says while it loads; loaded once for all tests of this module, then taken back."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():

        def warm_with_small_pictures():
            _make_pictures_small()
            return warm()

        patch.setattr("config.management.commands.load_sample.warm", warm_with_small_pictures)
        with warnings.catch_warnings():
            # Wagtail leaves the temporary files of renditions to the garbage collector.
            warnings.simplefilter("ignore", ResourceWarning)
            said = _load()
            gc.collect()
        yield said
        transaction.set_rollback(True)


@pytest.fixture
def now():
    return timezone.now()


def test_loading_says_a_line_for_each_group(said):
    assert said.splitlines() == [
        "  Sample State Library Association: 22 topics, regions and stages, 11 channels",
        "  9 pictures, drawn for this sample",
        "  3 program pages",
        "  7 calls: open, closing soon, opening later and closed",
        "  12 spotlights, and 1 that waits for its colleague’s yes",
        "  4 pages of text and the front door",
        "  9 applications, some decided, some with a decision to announce",
        "  2 readers of one call, and what they think",
        "  asking for every page once, so that its pictures are made; this takes longest …",
        "  30 pages are ready",
        "The sample is in place.",
    ]


def test_every_page_answers(said):
    assert warm() == (30, [])


def test_a_second_run_changes_nothing(said):
    before = _counts()
    assert _load() == "Sample content is already here; nothing was changed.\n"
    assert _counts() == before


def _counts():
    models = (Page, Revision, Application, StatusChange, Channel, CustomImage)
    return [model.objects.count() for model in models]


def test_there_is_a_call_in_every_state(said, now):
    states = [call.state_at(now) for call in CallPage.objects.live()]
    assert {state: states.count(state) for state in CallState} == {
        CallState.OPEN: 3,
        CallState.CLOSING_SOON: 1,
        CallState.UPCOMING: 1,
        CallState.CLOSED: 2,
    }


def test_calls_close_at_the_end_of_a_day_where_the_association_is(said):
    zone = AssociationSettings.load().zone
    closing = {f"{call.closes_at.astimezone(zone):%H:%M}" for call in CallPage.objects.all()}
    assert closing == {"23:59"}


def test_a_sign_up_window_is_open(said, now):
    assert ProgramCycle.objects.public().not_over(now).count() == 1


def test_a_result_names_only_those_who_said_yes(said):
    call = CallPage.objects.get(slug="mentoring-work-group")
    assert call.appointments.count() == 3
    assert [person.name for person in call.public_appointments] == ["Inés Tavarez", "Gus Engstrom"]


def test_everybody_in_a_published_spotlight_said_yes(said):
    published = SpotlightPage.objects.live()
    assert published.count() == 12
    for colleague in SpotlightColleague.objects.filter(page__in=published):
        assert colleague.has_consented, colleague
        assert colleague.consented_on < colleague.page.date


def test_the_draft_waits_for_a_yes_and_is_nowhere_in_public(said, client):
    draft = SpotlightPage.objects.waiting_for_yes().get()
    assert client.get(draft.get_url_parts()[2]).status_code == 404
    assert draft.title not in client.get("/spotlights/").content.decode()


def test_every_spotlight_can_be_copied(said):
    for page in SpotlightPage.objects.live():
        assert len(page.steps[0].value) >= 5, page
        assert all([page.cost, page.time, page.staff, page.audience, page.what_happened, page.how_to_try_it]), page


def test_ideas_stand_on_one_another(said):
    chains = dict(SpotlightPage.objects.filter(built_on__isnull=False).values_list("slug", "built_on__slug"))
    assert chains == {
        "the-third-chair": "books-at-the-scale-house",
        "a-pallet-in-the-corridor": "books-at-the-scale-house",
        "the-forms-hour": "the-third-chair",
        "tools-with-a-tag": "the-seed-drawer-that-remembers",
        "a-day-off-covered": "the-library-on-two-pages",
    }


def test_nobody_is_in_the_light_by_their_own_doing(said):
    for page in SpotlightPage.objects.all():
        assert page.finder_name not in {colleague.name for colleague in page.colleagues.all()}, page


def test_applications_stand_where_staff_left_them(said, now):
    statuses = list(Application.objects.values_list("status", flat=True))
    assert {status: statuses.count(status) for status in statuses} == {
        Status.RECEIVED: 2,
        Status.IN_REVIEW: 3,
        Status.SHORTLISTED: 1,
        Status.OFFERED: 1,
        Status.ACCEPTED: 1,
        Status.NOT_THIS_TIME: 1,
    }
    assert not StatusChange.objects.filter(at__gt=now).exists()


def test_applications_arrived_while_their_call_was_open(said):
    for application in Application.objects.select_related("call"):
        assert application.call.is_accepting(application.received_at), application


def test_every_page_says_that_it_is_a_sample(said, client):
    for page in Page.objects.live().filter(depth__gt=1):
        assert "This is a sample site." in client.get(page.get_url_parts()[2]).content.decode(), page


def test_the_menu_has_four_entries(said):
    home = HomePage.objects.get()
    assert [page.slug for page in home.get_children().live().in_menu()] == ["program", "calls", "spotlights", "about"]


def test_nobody_can_log_in_as_the_sample_editor_or_readers(said, django_user_model):
    accounts = django_user_model.objects.filter(username__startswith="sample-")
    assert accounts.count() == 3
    assert not any(account.has_usable_password() or account.email for account in accounts)


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_light_and_has_its_drawing_beside_it(name):
    raster = FOLDER / f"{name}.png"
    assert raster.stat().st_size <= 80_000
    with Image.open(raster) as picture:
        assert picture.size == (1600, 1000)
    assert (FOLDER / f"{name}.svg").exists()


def test_two_sample_readers_have_read_and_one_could_not_be_fair(said):
    call = CallPage.objects.get(slug=reading.CALL)
    assert [(each.done, each.left, each.conflicts) for each in progress_of(call)] == [(2, 1, 0), (2, 0, 1)]
    assert {score.criterion for score in Score.objects.all()} == {each.name for each in call.criteria.all()}
