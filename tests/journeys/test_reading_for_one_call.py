"""A volunteer who reads for one call sees that call's answers, and nothing of any other."""

import re

from playwright.sync_api import expect

from program.calls.models import CallReader, Reading
from program.letters.models import Letter
from tests.factories import ApplicationFactory, CallPageFactory, CallReaderFactory, CriterionFactory
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


def test_one_of_two_readers_can_not_be_fair_and_the_editor_sees_it_and_reminds(visitor, watch):
    """The second reader reads on a phone, without scripts."""
    build_house()
    call = CallPageFactory(title="Sample jury", names_hidden=True, criteria=[CriterionFactory(name="Clear")])
    first, second = build_person("first", "Call readers"), build_person("second", "Call readers")
    for reader in (first, second):
        CallReaderFactory(page=call, user=reader)
    friend, stranger = ApplicationFactory(call=call, name="Friend Hidden"), ApplicationFactory(call=call)

    page = visitor()
    admin.log_in(page, first)
    page.goto(f"/admin/to-read/{call.pk}/")
    page.get_by_role("link", name=re.compile(friend.reference)).click()
    expect(page.get_by_text("Friend Hidden")).to_have_count(0)
    page.get_by_role("link", name="I can’t be fair about this one").click()
    page.get_by_label("Why, in a few words").fill("We ride to work together.")
    page.get_by_role("button", name="Close it to me").click()
    expect(page.get_by_text("You said that you can’t be fair about")).to_contain_text(friend.reference)
    expect(page.get_by_role("link", name=re.compile(stranger.reference))).to_be_visible()

    phone = visitor(java_script_enabled=False, viewport={"width": 360, "height": 740})
    admin.log_in(phone, second)
    phone.goto(f"/admin/to-read/{call.pk}/{friend.reference}/")
    phone.get_by_role("group", name="Clear").get_by_label("5").check()
    phone.get_by_role("group", name="What do you recommend?").get_by_label("Yes").check()
    phone.get_by_role("button", name="Save and read the next one").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text(stranger.reference)

    editor = visitor()
    admin.log_in(editor, build_person("editor", "Moderators"))
    editor.get_by_role("link", name="Reading", exact=True).click()
    editor.get_by_role("main").get_by_role("link", name=re.compile("Sample jury")).click()
    expect(editor.get_by_text("We ride to work together.")).to_be_visible()
    expect(editor.get_by_role("img", name="Means of each reader: 5.0")).to_be_visible()
    editor.get_by_role("link", name="Remind those who have some left").click()
    editor.get_by_label("second").uncheck()
    editor.get_by_role("button", name="Send the ticked letters").click()
    expect(editor.get_by_text("1 letter is on the way.")).to_be_visible()
    assert [letter.to for letter in Letter.objects.filter(kind="reading_reminder")] == [first.email]
