"""Taking one's own data along: to read, for machines, and all of it with the files; and each file by itself."""

import json
import shutil
import tempfile
import zipfile

from django.http import FileResponse, Http404
from django.template.loader import render_to_string
from django.utils.text import get_valid_filename
from django.views.decorators.http import require_safe

from program.calls.answer_files import answer_files
from program.calls.forms.transcript import stored
from program.calls.own_data import own_data
from program.calls.standing import steps
from program.calls.views.mine.door import by_own_link, show
from program.files import serving

# So much of an archive is kept in memory; the rest goes to a temporary file.
SPOOLED = 1024 * 1024


@require_safe
@by_own_link
def data(request, application, secret):
    """The page that offers the three ways to take it."""
    return show(request, "data", application, secret, has_files=bool(answer_files(application)))


@require_safe
@by_own_link
def download(request, application, secret, ending):
    """All of it as one file to save: ``html``, ``json``, or ``zip`` with both and the files sent."""
    archive = tempfile.SpooledTemporaryFile(SPOOLED)  # noqa: SIM115 - the response closes it
    name = f"application-{application.reference}"
    if ending == "zip":
        _write_archive(archive, application, name, request)
    else:
        archive.write({"html": _as_page, "json": _as_json}[ending](application, request))
    archive.seek(0)
    return FileResponse(archive, as_attachment=True, filename=f"{name}.{ending}")


@require_safe
@by_own_link
def own_file(request, application, secret, key):
    """One file that was sent as an answer, as it is stored."""
    found = answer_files(application).get(key)
    if found is None:
        raise Http404
    return serving.attachment(found.file)


def _as_json(application, request) -> bytes:
    return json.dumps(own_data(application), ensure_ascii=False, indent=2).encode()


def _as_page(application, request) -> bytes:
    context = {"application": application, "sections": stored(application), "steps": steps(application)}
    return render_to_string("calls/own_data.html", context, request).encode()


def _write_archive(archive, application, name, request) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr(f"{name}.html", _as_page(application, request))
        bundle.writestr(f"{name}.json", _as_json(application, request))
        for number, (_question, file) in enumerate(answer_files(application).values(), start=1):
            with file.open() as content, bundle.open(f"files/{number}-{get_valid_filename(file.name)}", "w") as copy:
                shutil.copyfileobj(content, copy)
