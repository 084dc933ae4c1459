"""What a browser does without being one: reads pages, keeps what a form holds, posts it as forms are posted."""

from urllib.parse import urlencode

from bs4 import BeautifulSoup

FORM = "application/x-www-form-urlencoded"


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def text_of(response, selector: str = "main") -> str:
    """The words that a page shows in one of its parts, with single spaces."""
    return " ".join(soup(response).select_one(selector).get_text(" ").split())


def form_in(response, selector: str = "main form[method=post]") -> dict[str, list[str]]:
    """What a form would post as it stands, buttons and files left out."""
    form = soup(response).select_one(selector)
    assert form is not None, f"no {selector} on the page"
    values: dict[str, list[str]] = {}
    for control in form.select("input[name]:not([type=file]), textarea[name], select[name]"):
        values.setdefault(control["name"], []).extend(_values_of(control))
    return {name: value for name, value in values.items() if value}


def send(client, address: str, values: dict, **more):
    """POST ``values`` the way a browser posts a form without files."""
    return client.post(address, urlencode(values, doseq=True), content_type=FORM, **more)


def send_files(client, address: str, values: dict, **files):
    """POST ``values`` and ``files`` as a browser does; in the name of a field two underscores stand for a dash."""
    return client.post(address, values | {name.replace("__", "-"): file for name, file in files.items()})


def _values_of(control) -> list[str]:
    if control.name == "textarea":
        # The newline right after the tag belongs to the mark-up.
        return [control.get_text().removeprefix("\r\n").removeprefix("\n")]
    if control.name == "select":
        options = control.select("option")
        chosen = [option for option in options if option.has_attr("selected")] or options[:1]
        return [option.get("value", option.get_text()) for option in chosen]
    if control.get("type") in ("checkbox", "radio"):
        return [control.get("value", "on")] if control.has_attr("checked") else []
    return [control.get("value", "")]
