"""A volunteer who reads for one call sees that call's answers, and nothing of any other."""

import re

from playwright.sync_api import expect

from program.calls.models import CallReader
from tests.factories import ApplicationFactory, CallPageFactory
from tests.journeys import admin
from tests.journeys.house import build_house, build_person


def test_a_reader_sees_the_answers_to_their_own_call_alone(visitor, watch):
    build_house()
    reader = build_person("reader", "Call readers")
    own, other = CallPageFactory(title="Own jury"), CallPageFactory(title="Other jury")
    CallReader.objects.create(page=own, user=reader)
    own.save()
    ApplicationFactory(call=own, name="Ada Sample")
    hidden = ApplicationFactory(call=other, name="Berta Hidden")

    page = visitor()
    admin.log_in(page, reader)
    page.get_by_role("link", name=re.compile("^1 application")).click()
    expect(page.get_by_role("table")).to_contain_text("Ada Sample")
    expect(page.get_by_text("Berta Hidden")).to_have_count(0)
    page.get_by_role("table").get_by_role("link", name="Ada Sample").click()
    expect(page.get_by_text("applicant@example.org")).to_be_visible()
    expect(page.get_by_role("link", name="Change the status")).to_have_count(0)

    watch.expect_status(403, 404)
    page.goto(re.sub(r"\d+/$", f"{hidden.pk}/", page.url))
    expect(page.get_by_text("Berta Hidden")).to_have_count(0)
