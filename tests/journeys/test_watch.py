"""The watch over every journey would see what it looks for; a guard that sleeps guards nothing."""

import pytest

from tests.journeys.watch import Watch, assert_accessible, assert_nothing_sticks_out


@pytest.fixture
def page_and_watch(live_server, context):
    watch = Watch(live_server.url)
    watch.follow(context)
    page = context.new_page()
    page.goto("/search/")
    assert watch.complaints == []
    return page, watch


@pytest.mark.parametrize(
    ("mishap", "complaint"),
    [
        ("location.href = location.href.replace('localhost', '127.0.0.1')", "Another host was asked"),
        ("fetch('https://elsewhere.example/font.woff2').catch(() => 0)", "Content Security Policy"),
        ("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">red</p>')", "Content Security Policy"),
        ("setTimeout(() => { throw new Error('a slip') })", "A script failed: a slip"),
        ("fetch('/no-such-address/')", "404 for GET"),
    ],
    ids=["another host", "font from elsewhere", "inline style", "failing script", "missing address"],
)
def test_the_watch_complains_of(page_and_watch, mishap, complaint):
    page, watch = page_and_watch
    page.evaluate(f"() => {{ {mishap}; }}")
    page.wait_for_timeout(500)
    assert any(complaint in each for each in watch.complaints), watch.complaints


def test_axe_and_the_ruler_complain_of_a_page_that_shuts_people_out(page_and_watch):
    page, _ = page_and_watch
    page.evaluate("() => { document.querySelector('main').innerHTML = '<img src=\"/static/img/favicon.svg\">'; }")
    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(page)
    page.evaluate("() => { document.querySelector('main img').style.cssText = 'max-width: none; width: 5000px'; }")
    with pytest.raises(AssertionError, match="too wide"):
        assert_nothing_sticks_out(page)
