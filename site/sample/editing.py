"""What an editor does with their forms: write a page, keep a row, add a picture."""

from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.admin.panels import get_edit_handler
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Page

from .pictures import CREDIT, FOLDER, PICTURES
from .posting import SampleRefused, post, words_of


def write_page(page: Page, *, parent: Page, user, values: dict, rows=None, publish=True) -> Page:
    """Fill in the editor's form of ``page``, then publish it below ``parent`` or keep it as a draft.

    Raises ``SampleRefused`` with the form's words and stores nothing when the form refuses.
    """
    form_class = page.get_edit_handler().get_form_class()
    known = {"instance": page, "parent_page": parent, "for_user": user}
    form = form_class(post(form_class(**known), values, rows), {}, **known)
    if not publish:
        form.defer_required_fields()
    _refuse_unless_valid(form, values["title"])
    page = form.save(commit=False)
    if page.pk is None:
        page.live = publish
        parent.add_child(instance=page)
    revision = page.save_revision(user=user, log_action=True, clean=False)
    if publish:
        revision.publish(user=user)
    page.refresh_from_db()
    return page


def write_row(row, *, user, values: dict):
    """Fill in the editor's form of a setting or of a row in one of the lists, and save it."""
    form_class = get_edit_handler(type(row)).get_form_class()
    form = form_class(post(form_class(instance=row, for_user=user), values), {}, instance=row, for_user=user)
    _refuse_unless_valid(form, str(row))
    return form.save()


def add_picture(name: str, *, user):
    """Upload one of the sample's pictures through the form of the picture library."""
    title, description = PICTURES[name]
    model = get_image_model()
    file = SimpleUploadedFile(f"{name}.png", (FOLDER / f"{name}.png").read_bytes(), "image/png")
    form = get_image_form(model)(
        {"title": title, "description": description, "credit": CREDIT, "tags": ""},
        {"file": file},
        instance=model(uploaded_by_user=user),
        user=user,
    )
    _refuse_unless_valid(form, title)
    return form.save()


def _refuse_unless_valid(form, what):
    if not form.is_valid():
        raise SampleRefused(f"“{what}” is refused:\n{words_of(form)}")
