"""The query editor in a browser: every question ready, and nothing asked of other servers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.helpers import Opened, until
from tests.serve.conftest import SEED
from tests.serve.server import Server, serving


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(SEED) as running:
        yield running


@pytest.fixture
def opened(context: BrowserContext, server: Server) -> Iterator[Opened]:
    page = context.new_page()
    page.set_default_timeout(20_000)
    seen = Opened(page)
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("request", lambda request: seen.requests.append(request.url))
    yield seen
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith((server.url, "data:"))] == []
    page.close()


def rows(page: Page, count: int) -> list[str]:
    """The rows of the answer, once there are `count` of them."""
    found = page.locator(".tabPanel.active .dataTable tbody tr")
    expect(found).to_have_count(count)
    return found.all_inner_texts()


def test_a_question_of_the_first_page_opens_answered(opened: Opened, server: Server) -> None:
    page = opened.page
    page.goto(server.url + "/")
    page.get_by_text("哪些单位对标某一战略框架？").click()
    units = ("丰都县", "市委金融办", "石柱县", "石柱县")  # the last in its headline as well
    for unit, row in zip(units, rows(page, 4), strict=True):
        assert unit in row and "六区一高地" in row


def test_a_question_is_chosen_changed_and_run(opened: Opened, server: Server) -> None:
    page = opened.page
    page.goto(server.url + "/query")
    page.select_option("#question", "rank-units")
    rows(page, 7)
    page.evaluate(
        "() => { const y = yasgui.getTab().getYasqe();"
        " y.setValue(y.getValue().replace('\"GDP\"@zh', '\"固投\"@zh')); }"
    )
    page.locator(".tabPanel.active .yasqe_queryButton").click()
    expect(page.locator(".tabPanel.active .dataTable tbody")).to_contain_text("21.1")


def test_a_query_that_is_wrong_shows_what_the_server_says(opened: Opened, server: Server) -> None:
    page = opened.page
    page.goto(server.url + "/query")
    page.evaluate("() => yasgui.getTab().getYasqe().setValue('SELECT * { ?s nobody:knows ?o }')")
    page.evaluate("() => { yasgui.getTab().query().catch(() => {}); }")
    expect(page.locator(".tabPanel.active .yasr_results")).to_contain_text("Prefix not found")
    # The browser itself notes a 400 on its console.
    opened.complaints[:] = [one for one in opened.complaints if "400" not in one]


def test_the_pages_work_in_a_browser_without_complaint(opened: Opened, server: Server) -> None:
    page = opened.page
    page.goto(server.url + "/unit/綦江区")
    page.get_by_role("link", name="33618").first.click()
    expect(page.locator("h1")).to_have_text("33618")
    page.goto(server.url + "/graph")
    until(page, "fayan.labelled !== undefined")
    page.goto(server.url + "/file/000_9a077f0b941a7940.txt#char=2434,2488")
    expect(page.locator("blockquote:target")).to_contain_text("綦江对标“33618”")
