"""Large graphs: a core that grows, and a second canvas for the whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import Visit, Write, inked
from tests.network.sample import sample


@pytest.fixture(scope="module")
def large_file(written: Write) -> Path:
    return written(sample(30, 3200))


def count(page: Page) -> int:
    return int(page.evaluate("fayan.network.count()"))


def outside(page: Page) -> str:
    """A node that is not drawn, of some that have a relation."""
    return str(
        page.evaluate(
            """() => [...fayan.order].reverse().find(node =>
                fayan.edgesOf(node.id).length && !fayan.network.has(node.id)).id"""
        )
    )


def test_a_large_graph_opens_on_its_linked_core(visit: Visit, large_file: Path) -> None:
    opened = visit(large_file)
    page = opened.page
    assert 200 < count(page) < 1500
    assert page.evaluate(
        """() => fayan.stage.front.nodes().every(node => fayan.edgesOf(node.id).some(edge =>
            fayan.network.has(fayan.otherEnd(edge, node.id))))"""
    )
    assert page.evaluate("fayan.order.slice(0, 30).every(node => fayan.network.has(node.id))")
    expect(page.locator("#core")).to_contain_text(f"{count(page)}/")
    assert inked(page) > 0.01
    assert opened.complaints == []


def test_what_is_not_drawn_is_found_and_then_drawn(visit: Visit, large_file: Path) -> None:
    page = visit(large_file).page
    id = outside(page)
    label = page.evaluate("id => fayan.nodes.get(id).label", id)
    before = count(page)
    page.keyboard.press("/")
    page.keyboard.type(label)
    expect(page.locator("#results .name").first).to_have_text(label)
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(label)
    assert page.evaluate("id => fayan.network.has(id)", id)
    assert count(page) > before


def test_a_node_grows_its_neighbours(visit: Visit, large_file: Path) -> None:
    page = visit(large_file).page
    hub = page.evaluate(
        """fayan.order.find(node => [...fayan.neighbours(node.id)]
            .filter(id => !fayan.network.has(id)).length > 41).id"""
    )
    page.goto(f"{page.url}#{hub}")
    before = count(page)
    grow = page.get_by_role("button", name="个相邻节点")
    more = int("".join(filter(str.isdigit, grow.inner_text())))
    grow.click()
    assert count(page) == before + more
    assert page.evaluate(
        "id => [...fayan.neighbours(id)].every(other => fayan.network.has(other))", hub
    )


def test_the_whole_is_drawn_on_a_second_canvas(visit: Visit, large_file: Path) -> None:
    opened = visit(large_file)
    page = opened.page
    page.get_by_role("button", name="全图", exact=True).click()
    page.wait_for_timeout(200)
    assert page.evaluate("fayan.stage.isWhole")
    assert inked(page) > 0.02
    assert page.evaluate("fayan.stage.front.nodes().length") == page.evaluate("fayan.nodes.size")
    assert page.evaluate("fayan.labelled.nodes") > 5
    hub = page.evaluate("fayan.order[0].id")
    x, y = page.evaluate(
        """id => { const at = fayan.camera.pixel(id);
            const box = document.getElementById("whole").getBoundingClientRect();
            return [at.x + box.x, at.y + box.y]; }""",
        hub,
    )
    page.mouse.click(x, y)
    assert page.evaluate("fayan.stage.selection.node") == hub
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(300)
    scale = page.evaluate("fayan.stage.front.scale()")
    page.locator("#fit").click()
    assert page.evaluate("fayan.stage.front.scale()") < scale
    before = page.evaluate("fayan.stage.front.centre().x")
    page.mouse.move(40, 400)
    page.mouse.down()
    page.mouse.move(140, 420, steps=4)
    page.mouse.up()
    assert page.evaluate("fayan.stage.front.centre().x") < before
    assert page.evaluate("fayan.stage.selection.node") == hub  # a drag is no click
    assert opened.complaints == []


def test_filters_hold_on_the_second_canvas_too(visit: Visit, large_file: Path) -> None:
    page = visit(large_file).page
    page.get_by_role("button", name="全图", exact=True).click()
    page.wait_for_timeout(200)
    full = inked(page)
    page.locator("#groups .chip", has_text="举措").first.click()
    page.wait_for_timeout(200)
    assert inked(page) < full


def test_edges_rest_while_a_large_drawing_is_dragged(visit: Visit, large_file: Path) -> None:
    page = visit(large_file).page
    page.mouse.move(60, 500)
    page.mouse.down()
    page.mouse.move(90, 510, steps=3)
    page.wait_for_timeout(100)
    assert page.evaluate("fayan.network.vis.renderer.dragging && fayan.labelled.nodes <= 40")
    moving = inked(page)
    page.mouse.up()
    page.wait_for_timeout(300)
    assert inked(page) > moving


def test_no_more_than_three_thousand_are_drawn_at_once(visit: Visit, sample_file: Path) -> None:
    page = visit(sample_file).page
    expect(page.locator("#extent")).to_be_hidden()
    assert count(page) == page.evaluate("fayan.nodes.size")
