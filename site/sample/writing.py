"""From the sample's prose to the values that an editor types, one function for each kind of page."""

from .calendar import Calendar

PUBLIC_CHANNELS = "this site, the state listserv, the newsletter"
REVIEW_AFTER = 730  # days


def body(page: dict, found: dict) -> list:
    """The blocks of a page of text; pages it leads on to are looked up in ``found`` by slug."""
    related = [found[slug] for slug in page.get("related", [])]
    return [*page["body"], *([("related_pages", related)] if related else [])]


def ways(home: dict, found: dict) -> list:
    names = ("name", "line", "door")
    return [
        ("way", {**dict(zip(names, (name, line, door), strict=True)), "page": found[slug]})
        for name, line, door, slug in home["ways"]
    ]


def program(page: dict, calendar: Calendar) -> tuple[dict, dict]:
    """The values of a program page and its cycles."""
    cycles = [
        {
            "name": name,
            "window_opens_at": calendar.typed(opens, "08:00"),
            "window_closes_at": calendar.typed(closes, "23:59"),
            "matched_by": calendar.day(matched),
            "starts_on": calendar.day(starts),
            "ends_on": calendar.day(ends),
        }
        for name, opens, closes, matched, starts, ends in page["cycles"]
    ]
    questions = page["questions_and_answers"]
    values = {key: value for key, value in page.items() if key not in {"cycles", "picture"}}
    values["questions_and_answers"] = [("questions_and_answers", questions)] if questions else []
    return values, {"cycles": cycles}


def call(page: dict, calendar: Calendar) -> tuple[dict, dict]:
    """The values of a call, its questions and groups, what readers score, words of letters, the people appointed."""
    apart = {"questions", "seat_groups", "criteria", "letters", "appointments", "opens", "closes"}
    values = {key: value for key, value in page.items() if key not in apart}
    values |= {
        "opens_at": calendar.typed(*page["opens"]),
        "closes_at": calendar.typed(*page["closes"]),
        "hear_by": calendar.day(page["hear_by"]),
        "term_starts_on": calendar.day(page["term_starts_on"]),
    }
    questions = [
        {"required": True, **question, "choices": "\n".join(question.get("choices", []))}
        for question in page["questions"]
    ]
    appointments = [
        {"name": name, "library": library, "said_yes_on": calendar.day(said_yes)}
        for name, library, said_yes in page.get("appointments", [])
    ]
    seat_groups = [{"name": name, "note": note} for name, note in page.get("seat_groups", [])]
    criteria = [{"name": name, "description": description} for name, description in page.get("criteria", [])]
    letters = [{"status": status, "text": text} for status, text in page.get("letters", [])]
    rows = {"questions": questions, "criteria": criteria, "seat_groups": seat_groups}
    rows |= {"letter_texts": letters, "appointments": appointments}
    return values, rows


def spotlight(page: dict, calendar: Calendar, rows: dict, found: dict) -> tuple[dict, dict]:
    """The values of a spotlight and its colleagues, each with the record of their yes.

    ``rows`` are the topics, regions and stages by slug, ``found`` the spotlights written before.
    """
    kept = ("title", "slug", "summary", "discovered", "cost", "time", "staff", "audience", "what_happened")
    kept += ("how_to_try_it", "how_they_know_each_other", "library_type", "library_size")
    finder_name, finder_job_title, finder_library = page["finder"]
    contact_way, contact_detail = page.get("contact", ("association", ""))
    written = -page["days_ago"]
    values = {key: page[key] for key in kept} | {
        "date": calendar.day(written),
        "review_by": calendar.day(written + page.get("review_after", REVIEW_AFTER)),
        "steps": [("steps", page["steps"])],
        "links": [("link", {"text": text, "url": url}) for text, url in page.get("links", [])],
        "built_on": found.get(page.get("built_on")),
        "built_on_credit": page.get("built_on_credit", ""),
        "finder_name": finder_name,
        "finder_job_title": finder_job_title,
        "finder_library": finder_library,
        "topics": [rows[slug] for slug in page["topics"]],
        "career_stage": rows[page["career_stage"]],
        "region": rows[page["region"]],
        "contact_way": contact_way,
        "contact_detail": contact_detail,
    }
    return values, {"colleagues": [_colleague(each, calendar, written) for each in page["colleagues"]]}


def _colleague(colleague: dict, calendar: Calendar, written: int) -> dict:
    row = {key: colleague[key] for key in ("name", "job_title", "library", "town")}
    if colleague.get("consented", True):
        row |= {
            "name_form": colleague.get("name_form", "full"),
            "consents_to_text": True,
            "consents_to_photo": True,
            "consents_to_town": bool(colleague["town"]),
            "channels": PUBLIC_CHANNELS,
            "consented_on": calendar.day(written - 6),
        }
    return row
