"""The second canvas: the whole of a large graph, its nodes and edges open to mouse and finger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.helpers import INKED, Visit, inked, point, until

# An edge long enough to aim at, with nothing else near its middle, and where the middle is.
LONELY = """() => {
    const stage = fayan.stage.front;
    const box = stage.canvas().getBoundingClientRect();
    const screen = id => stage.toScreen(stage.place(id));
    const length = edge => {
        const [a, b] = [screen(edge.from), screen(edge.to)];
        return Math.hypot(a.x - b.x, a.y - b.y);
    };
    const away = (point, edge) => {
        const [a, b] = [screen(edge.from), screen(edge.to)];
        let least = Infinity;
        for (let share = 0; share <= 1; share += 1 / 256) {
            const [x, y] = [a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)];
            least = Math.min(least, Math.hypot(point.x - x, point.y - y));
        }
        return least;
    };
    for (const edge of stage.edges()) {
        const middle = stage.toScreen(stage.along(edge.id, 0.5));
        const [x, y] = [middle.x + box.x, middle.y + box.y];
        if (x < 60 || x > 800 || y < 150 || y > 680 || length(edge) < 60) continue;
        const nodes = stage.nodes().map(node => screen(node.id));
        if (nodes.some(one => Math.hypot(one.x - middle.x, one.y - middle.y) < 30)) continue;
        const others = stage.edges().filter(one => one.id !== edge.id);
        if (others.some(one => away(middle, one) < 20)) continue;
        return { id: edge.id, x, y };
    }
}"""


def whole(visit: Visit, file: Path) -> Page:
    """The page with the second canvas in front, drawn."""
    page: Page = visit(file).page
    page.evaluate("fayan.labelled = undefined")
    page.get_by_role("button", name="全图", exact=True).click()
    until(page, "fayan.stage.isWhole && fayan.labelled !== undefined")
    return page


def near(page: Page) -> dict[str, Any]:
    """A lonely edge, brought into sight."""
    for rank in range(0, 400, 20):
        page.evaluate(
            """rank => fayan.stage.front.moveTo({
                position: fayan.stage.front.place(fayan.order[rank].id), scale: 2 })""",
            rank,
        )
        found = page.evaluate(LONELY)
        if found:
            return dict(found)
    raise AssertionError("no edge of the sample stands free")


def touch(page: Page, *frames: Sequence[tuple[float, float]]) -> None:
    """Fingers that come down on the first points, move to the next ones, and are lifted."""
    session = page.context.new_cdp_session(page)
    for number, points in enumerate(frames):
        kind = "touchMove" if number else "touchStart"
        at = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_the_whole_is_drawn_and_a_node_opens(visit: Visit, large_file: Path) -> None:
    page = whole(visit, large_file)
    assert inked(page) > 0.02
    assert page.evaluate("fayan.stage.front.nodes().length") == page.evaluate("fayan.nodes.size")
    assert page.evaluate("fayan.labelled.nodes") > 5
    hub = page.evaluate("fayan.order[0].id")
    page.mouse.click(*point(page, hub))
    until(page, "fayan.stage.selection?.node === given", hub)


def test_wheel_and_mouse_move_it_and_a_drag_is_no_click(visit: Visit, large_file: Path) -> None:
    page = whole(visit, large_file)
    fitted = page.evaluate("fayan.stage.front.scale()")
    page.mouse.move(*point(page, page.evaluate("fayan.order[0].id")))
    page.mouse.wheel(0, -400)
    until(page, "fayan.stage.front.scale() > given", fitted)
    page.locator("#fit").click()
    until(page, "fayan.stage.front.scale() === given", fitted)
    before = page.evaluate("fayan.stage.front.centre().x")
    page.mouse.move(40, 400)
    page.mouse.down()
    page.mouse.move(140, 420, steps=4)
    page.mouse.up()
    until(page, "fayan.stage.front.centre().x < given", before)
    assert page.evaluate("fayan.stage.selection") is None


def test_a_click_on_an_edge_opens_its_quotes(visit: Visit, large_file: Path) -> None:
    page = whole(visit, large_file)
    edge = near(page)
    page.mouse.move(edge["x"], edge["y"])
    name, said = page.evaluate(
        """id => { const edge = fayan.edges.get(id);
            return [fayan.dom.relation(edge.predicate).name,
                edge.quotes.length ? fayan.quote(edge.quotes[0]).text : "不出自所读的文本"]; }""",
        edge["id"],
    )
    expect(page.locator("#tip")).to_contain_text(name)
    assert page.evaluate("[...fayan.stage.focus().edges]") == [edge["id"]]
    page.mouse.click(edge["x"] + 2, edge["y"] + 2)
    expect(page.locator("#panel h2")).to_have_text(name)
    expect(page.locator("#panel")).to_contain_text(said)
    page.mouse.move(1100, 400)  # out of the drawing
    expect(page.locator("#tip")).to_be_hidden()


def test_a_finger_opens_an_edge_and_two_pinch(visit: Visit, large_file: Path) -> None:
    page = whole(visit, large_file)
    edge = near(page)
    x, y = edge["x"], edge["y"]
    touch(page, [(x + 6, y + 6)])
    until(page, "fayan.stage.selection?.edge === given", edge["id"])
    scale = page.evaluate("fayan.stage.front.scale()")
    touch(page, [(x - 40, y), (x + 40, y)], [(x - 60, y), (x + 60, y)], [(x - 80, y), (x + 80, y)])
    until(page, "fayan.stage.front.scale() > 1.8 * given", scale)
    assert page.evaluate("fayan.stage.selection.edge") == edge["id"]  # a pinch is no click


def test_the_raster_finds_what_a_look_at_every_line_finds(visit: Visit, large_file: Path) -> None:
    page = whole(visit, large_file)
    wrong = page.evaluate(
        """() => {
            const place = id => fayan.network.laidOut(fayan.nodes.get(id));
            const away = (x, y, { from, to }) => {
                const [a, b] = [place(from), place(to)];
                const [p, q, r] = [[x, y, a.x, a.y], [x, y, b.x, b.y], [a.x, a.y, b.x, b.y]]
                    .map(([x, y, u, v]) => Math.hypot(x - u, y - v));
                if (p * p > q * q + r * r) return q;
                if (q * q > p * p + r * r) return p;
                return Math.abs((b.x - a.x) * (a.y - y) - (a.x - x) * (b.y - a.y)) / r;
            };
            const wrong = [];
            for (let number = 0; number < 400; number += 1) {
                const middle = place(fayan.rows.nodes[7 * number].id);
                const [x, y] = [middle.x + (number % 90) - 45, middle.y + (number % 77) - 38];
                const found = fayan.nearest.at({ x, y }, 30);
                if (found && found.node !== undefined) continue;
                const least = Math.min(...fayan.rows.edges.map(edge => away(x, y, edge)));
                const got = found ? away(x, y, fayan.edges.get(found.edge)) : Infinity;
                if (found ? Math.abs(got - least) > 1e-6 : least < 30) wrong.push([x, y]);
            }
            return wrong;
        }"""
    )
    assert wrong == []


def test_what_is_filtered_away_is_neither_drawn_nor_found(visit: Visit, large_file: Path) -> None:
    page = whole(visit, large_file)
    edge = near(page)
    full = inked(page)
    for family in page.locator("#families .chip").all():
        family.click()
    until(page, f"!fayan.stage.front.edges().length && {INKED} < given", full)
    page.mouse.click(edge["x"], edge["y"])
    expect(page.locator("#panel h2")).to_have_text("概览")
