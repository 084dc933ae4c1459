"""A volunteer who reads for one call sees that call's answers, and nothing of any other."""

import re

from playwright.sync_api import expect

from program.calls.models import CallReader, Reading
from tests.factories import ApplicationFactory, CallPageFactory, CriterionFactory
from tests.journeys import admin
from tests.journeys.house import build_house, build_person


def test_a_reader_sees_the_answers_to_their_own_call_alone(visitor, watch):
    build_house()
    reader = build_person("reader", "Call readers")
    own, other = (
        CallPageFactory(title="Own jury", criteria=[CriterionFactory(name="Has an idea")]),
        CallPageFactory(title="Other jury"),
    )
    CallReader.objects.create(page=own, user=reader)
    own.save()
    ApplicationFactory(call=own, name="Ada Sample")
    hidden = ApplicationFactory(call=other, name="Berta Hidden")

    page = visitor()
    admin.log_in(page, reader)
    page.get_by_role("link", name="1 application for you to read").click()
    page.get_by_role("main").get_by_role("link", name=re.compile("Own jury")).click()
    expect(page.get_by_text("Berta Hidden")).to_have_count(0)
    page.get_by_role("link", name=re.compile("Ada Sample")).click()
    expect(page.get_by_role("link", name="Change the status")).to_have_count(0)

    page.get_by_role("group", name="Has an idea").get_by_label("4").check()
    page.get_by_role("group", name="What do you recommend?").get_by_label("Yes").check()
    page.get_by_label("Comment").fill("Would be good company.")
    page.get_by_role("button", name="Save and read the next one").click()
    expect(page.get_by_text("That was the last one for now")).to_be_visible()
    assert Reading.objects.get().scores.get().value == 4

    watch.expect_status(404)
    page.goto(f"/admin/to-read/{other.pk}/{hidden.reference}/")
    expect(page.get_by_text("Berta Hidden")).to_have_count(0)
