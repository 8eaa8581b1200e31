"""Large graphs: a core that grows by what is asked for."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.helpers import INKED, Visit, inked, until


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
    until(page, "fayan.stage.selection?.node === given", hub)
    before = count(page)
    grow = page.get_by_role("button", name="个相邻节点")
    more = int("".join(filter(str.isdigit, grow.inner_text())))
    grow.click()
    until(page, "fayan.network.count() === given", before + more)
    assert page.evaluate(
        "id => [...fayan.neighbours(id)].every(other => fayan.network.has(other))", hub
    )


def test_edges_rest_while_a_large_drawing_is_dragged(visit: Visit, large_file: Path) -> None:
    page = visit(large_file).page
    page.mouse.move(60, 500)
    page.mouse.down()
    page.mouse.move(90, 510, steps=3)
    until(page, "fayan.network.vis.renderer.dragging && fayan.labelled.nodes <= 40")
    moving = inked(page)
    page.mouse.up()
    until(page, f"!fayan.network.vis.renderer.dragging && {INKED} > given", moving)


def test_no_more_than_three_thousand_are_drawn_at_once(visit: Visit, sample_file: Path) -> None:
    page = visit(sample_file).page
    expect(page.locator("#extent")).to_be_hidden()
    assert count(page) == page.evaluate("fayan.nodes.size")
