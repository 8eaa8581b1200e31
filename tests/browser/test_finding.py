"""Finding: by pinyin, by speech, by framework, and the way between two nodes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kg.rdf.contents import Contents
from tests.browser.helpers import Visit, Write, point, settle, until
from tests.network.sample import edge, node, quote, speech, unit


@pytest.fixture(scope="module")
def districts(written: Write) -> Path:
    """Two districts and a department around a framework and its part, one enterprise apart."""
    first, second = speech("九龙坡区"), speech("綦江区")
    here = quote("九龙坡区对标六区一高地。", 10, first.id)
    there = quote("綦江区围绕五大工程，引进庆铃。", 90, second.id)
    nodes = (
        unit("九龙坡区", quotes=(here,), speeches=("九龙坡区的发言",)),
        unit("綦江区", quotes=(there,), speeches=("綦江区的发言",)),
        node("initiative/六区一高地", "六区一高地", "Framework", quotes=(here,)),
        node("initiative/五大工程", "五大工程", "Framework", quotes=(there,)),
        node("enterprise/庆铃", "庆铃", "Enterprise", "Enterprise", quotes=(there,)),
        node("enterprise/孤", "孤峰集团", "Enterprise", "Enterprise", alt_labels=("33618厂",)),
    )
    edges = (
        edge("unit/九龙坡区", "alignsWith", "initiative/六区一高地", here),
        edge("initiative/五大工程", "partOf", "initiative/六区一高地"),
        edge("unit/綦江区", "alignsWith", "initiative/五大工程", there),
        edge("unit/綦江区", "attracts", "enterprise/庆铃", there),
    )
    return written(
        Contents(tuple(sorted(nodes, key=lambda row: row.id)), edges, (), (first, second))
    )


def drawn(page: Page, *ids: str) -> None:
    """Waits until `ids` are drawn and nothing else."""
    until(
        page,
        "fayan.stage.front.nodes().map(node => node.id).sort().join() === given.sort().join()",
        list(ids),
    )


@pytest.mark.parametrize("typed", ["jlp", "jlpq", "jiulongpo", "jiulongpoqu", "JLP", "longpo"])
def test_pinyin_finds_a_name_by_initials_and_spelled_out(
    visit: Visit, districts: Path, typed: str
) -> None:
    page = visit(districts).page
    page.keyboard.press("/")
    page.keyboard.type(typed)
    expect(page.locator("#results .name").first).to_have_text("九龙坡区")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("九龙坡区")


@pytest.mark.parametrize(
    ("typed", "found"), [("33618c", "孤峰集团"), ("ulong", ""), ("qj", "綦江区")]
)
def test_pinyin_begins_with_a_syllable_and_hears_other_names(
    visit: Visit, districts: Path, typed: str, found: str
) -> None:
    page = visit(districts).page
    page.keyboard.press("/")
    page.keyboard.type(typed)
    if found:
        expect(page.locator("#results .name").first).to_have_text(found)
    else:
        expect(page.locator("#results")).to_have_text("没有这个名称")


def test_one_speech_shows_what_it_names(visit: Visit, districts: Path) -> None:
    page = visit(districts).page
    page.locator("#by-speech").select_option(label="綦江区的发言")
    drawn(page, "unit/綦江区", "initiative/五大工程", "enterprise/庆铃")
    expect(page.locator("#all")).to_contain_text("显示 3/6 个节点")
    page.locator("#all").click()
    until(page, "fayan.stage.front.nodes().length === 6")
    expect(page.locator("#by-speech")).to_have_value("-1")


def test_one_framework_shows_all_that_aligns_with_it_or_its_parts(
    visit: Visit, districts: Path
) -> None:
    page = visit(districts).page
    page.locator("#by-framework").select_option("initiative/六区一高地")
    drawn(page, "initiative/六区一高地", "initiative/五大工程", "unit/九龙坡区", "unit/綦江区")
    page.locator("#by-framework").select_option("initiative/五大工程")
    drawn(page, "initiative/五大工程", "unit/綦江区")


def test_the_way_between_two_nodes_is_shown_step_by_step(visit: Visit, districts: Path) -> None:
    page = visit(districts, "unit/九龙坡区").page
    page.get_by_role("button", name="查到另一节点的路径").click()
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("qingling")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("九龙坡区 — 庆铃")
    steps = page.locator("#panel .route > li")
    expect(steps).to_have_count(4)
    expect(steps.first).to_contain_text("九龙坡区对标六区一高地。")
    expect(steps.last).to_contain_text("綦江区围绕五大工程，引进庆铃。")
    focus = page.evaluate("[...fayan.stage.focus().nodes]")
    assert set(focus) == {
        *("unit/九龙坡区", "initiative/六区一高地", "initiative/五大工程"),
        *("unit/綦江区", "enterprise/庆铃"),
    }
    page.reload()  # the address keeps it
    expect(page.locator("#panel h2")).to_have_text("九龙坡区 — 庆铃")


def test_what_is_asked_for_is_shown_whatever_is_filtered(visit: Visit, districts: Path) -> None:
    page = visit(districts).page
    page.locator("#groups .chip", has_text="举措").first.click()
    page.evaluate(
        "fayan.address.go({ selection: { route: ['unit/九龙坡区', 'enterprise/庆铃'] } })"
    )
    until(page, "fayan.stage.front.nodes().some(node => node.id === 'initiative/五大工程')")


def test_where_there_is_no_way_it_says_so(visit: Visit, districts: Path) -> None:
    page = visit(districts, "unit/九龙坡区 ~ enterprise/孤").page
    expect(page.locator("#panel")).to_contain_text("没有路径相通")


def test_leaving_the_search_forgets_the_way_that_was_asked_for(
    visit: Visit, districts: Path
) -> None:
    page = visit(districts, "unit/九龙坡区").page
    page.get_by_role("button", name="查到另一节点的路径").click()
    page.locator("#panel h2").click()
    page.keyboard.press("/")
    page.keyboard.type("庆铃")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("庆铃")


def test_pointing_at_a_node_brings_out_its_neighbours(visit: Visit, districts: Path) -> None:
    page = visit(districts).page
    page.mouse.move(*point(page, "unit/綦江区"))
    expect(page.locator("#tip")).to_be_visible()
    assert set(page.evaluate("[...fayan.stage.focus().nodes]")) == {
        *("unit/綦江区", "initiative/五大工程", "enterprise/庆铃")
    }


def test_nodes_are_sized_by_the_measure_that_is_chosen(visit: Visit, districts: Path) -> None:
    page = visit(districts).page
    size = "id => fayan.network.place(id).size"
    before = page.evaluate(size, "unit/九龙坡区")
    page.locator("#size").select_option(label="中介")
    # at the end of the chain no shortest way passes: as small as what has no relation at all
    assert page.evaluate(size, "unit/九龙坡区") < before
    smallest = page.evaluate("Math.min(...fayan.rows.nodes.map(fayan.network.sizeOf))")
    assert page.evaluate(size, "unit/九龙坡区") == smallest


def test_forces_sleep_until_they_are_woken(visit: Visit, districts: Path) -> None:
    page = visit(districts).page
    where = "JSON.stringify(fayan.network.vis.getPositions())"
    still = page.evaluate(where)
    page.wait_for_timeout(300)
    assert page.evaluate(where) == still
    page.get_by_role("button", name="唤醒").click()
    until(page, f"{where} !== given", still)
    page.get_by_role("button", name="唤醒").click()
    settle(page)
    still = page.evaluate(where)
    page.wait_for_timeout(300)
    assert page.evaluate(where) == still
