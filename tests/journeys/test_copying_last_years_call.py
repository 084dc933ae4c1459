"""What editors do most: copy last year's call, give it new dates, publish it."""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from program.calls.models import CallPage, CallReader
from tests.factories import AppointmentFactory
from tests.journeys import admin
from tests.journeys.house import build_call, build_house, build_person


def test_a_copied_call_brings_its_questions_and_leaves_its_people_behind(visitor, watch):
    watch.expect_status(400)  # the editor's page saves itself, and may do so between two dates
    build_house()
    person = build_person("editor", "Moderators")
    last_year = build_call(closed=True, result="<p>Two seats were filled.</p>", appointments=[AppointmentFactory()])
    CallReader.objects.create(page=last_year, user=person)
    last_year.save()

    page = visitor(viewport={"width": 1280, "height": 900})
    admin.log_in(page, person)
    page.get_by_role("link", name="Calls", exact=True).click()
    page.get_by_role("button", name=re.compile("^More options for 'Summer reading committee'")).click()
    page.get_by_role("link", name="Copy", exact=True).click()
    page.get_by_role("textbox", name="New title*").fill("Summer reading committee, next year")
    page.get_by_role("textbox", name="New slug*").fill("summer-reading-next")
    page.get_by_role("button", name="Copy this page").click()
    page.get_by_role("status").get_by_role("link", name="Edit").click()

    admin.open_tab(page, "Questions")
    expect(page.get_by_role("region", name="Question 3", exact=True)).to_be_visible()
    admin.open_tab(page, "Result")
    expect(page.get_by_role("region", name="Person 1", exact=True)).to_have_count(0)
    expect(page.get_by_text("Two seats were filled.")).to_have_count(0)
    admin.open_tab(page, "Dates and deciding")
    now = timezone.localtime()
    admin.write_date(page, "Applicants hear by", "")
    admin.write_date(page, "Closes*", f"{now + timedelta(days=20):%Y-%m-%d} 23:59")
    admin.write_date(page, "Opens*", f"{now - timedelta(days=1):%Y-%m-%d} 08:00")
    admin.press(page, "Publish")
    expect(page.get_by_text("Page 'Summer reading committee, next year' has been published.")).to_be_visible()

    copy = CallPage.objects.get(slug="summer-reading-next")
    assert (copy.is_accepting(timezone.now()), copy.questions.count(), copy.appointments.count()) == (True, 3, 0)
    assert last_year.appointments.count() == 1
