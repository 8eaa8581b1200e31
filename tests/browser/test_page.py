"""The page in a browser, as its reader meets it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kg.rdf.contents import Contents
from tests.browser.helpers import INKED, SAID, Visit, Write, inked, panel, point, settle, until
from tests.network.sample import edge, figure, node, quote, sample, speech, unit

HOSTILE = (
    "</script><script>document.title='ran'</script>\"><img src=x onerror=document.title='ran'>"
)
TURNED = "\u202eevil\u200f <b>右</b>"


def test_it_opens_from_a_file_without_a_word_or_a_request(visit: Visit, sample_file: Path) -> None:
    opened = visit(sample_file)
    opened.page.locator("#groups .chip").first.hover()
    opened.page.wait_for_timeout(300)
    assert opened.complaints == []
    assert opened.requests == [sample_file.as_uri()]


def test_the_network_is_drawn_with_names_and_fits(visit: Visit, sample_file: Path) -> None:
    page = visit(sample_file).page
    assert 0.01 < inked(page) < 0.6
    assert page.evaluate("fayan.labelled.nodes") >= 10
    for id in page.evaluate("[...fayan.nodes.keys()]"):
        x, y = point(page, id)
        assert 0 < x < 880 and 0 < y < 800, id


def test_edges_are_named_only_when_near_or_asked_for(
    visit: Visit, page_file: Path, sample_file: Path
) -> None:
    page = visit(sample_file).page
    assert page.evaluate("fayan.labelled.edges") == 0
    for _ in range(6):
        page.locator("#in").click()
    until(page, "fayan.labelled.edges > 0")
    page = visit(page_file).page
    page.locator("#out").click()
    until(page, "fayan.labelled.edges === 0")
    page.mouse.move(*point(page, "unit/甲区"))
    until(page, "fayan.labelled.edges > 0")
    page.mouse.move(5, 795)
    until(page, "fayan.labelled.edges === 0")


def test_header_and_legend_count_what_is_there(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    expect(page.locator("h1")).to_have_text("两区发言")
    expect(page.locator("#counts")).to_have_text("1 篇发言 · 5 个节点 · 4 条关系 · 1 项数据")
    expect(page.locator("#groups .chip", has_text="单位")).to_have_text("单位2")
    expect(page.locator("#groups .chip", has_text="举措").first).to_have_text("举措3")
    expect(page.locator("#families .chip", has_text="对标")).to_have_text("对标2")


def test_no_two_names_overlap_at_first(visit: Visit, sample_file: Path) -> None:
    boxes = visit(sample_file).page.evaluate(
        """() => {
            const context = document.createElement("canvas").getContext("2d");
            return fayan.labelled.set.map(({ text, x, y, size, font }) => {
                context.font = font;
                return [x, y - size / 2, x + context.measureText(text).width, y + size / 2];
            });
        }"""
    )
    assert len(boxes) >= 10
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1], (one, other)


def test_search_finds_names_and_other_names(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("9981")
    expect(page.locator("#results [role=option]")).to_have_count(1)
    expect(page.locator("#results [role=option]")).to_contain_text("九九归一")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("九九归一")
    expect(page.locator("#panel h2")).to_be_focused()


def test_search_goes_by_arrows_and_escape_clears(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    page.keyboard.press("/")
    page.keyboard.type("区")
    expect(page.locator("#results [role=option]")).to_have_count(2)
    second = page.locator("#results [role=option]").nth(1)
    page.keyboard.press("ArrowDown")
    expect(second).to_have_attribute("aria-selected", "true")
    name = second.locator(".name").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_have_value("")
    expect(page.locator("#results")).to_be_hidden()
    page.keyboard.type("区")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(name)


def test_what_is_not_there_is_said_not_to_be(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    page.keyboard.press("/")
    page.keyboard.type("<b>无")
    expect(page.locator("#results")).to_have_text("没有这个名称")
    page.keyboard.press("Enter")
    expect(page.locator("#results")).to_be_visible()


def test_a_click_on_a_node_shows_what_is_known_and_said(visit: Visit, page_file: Path) -> None:
    opened = visit(page_file)
    opened.page.mouse.click(*point(opened.page, "unit/甲区"))
    expect(opened.page.locator("#panel h2")).to_have_text("甲区")
    text = panel(opened)
    for expected in (
        *("行政区 · 500001", "又作 甲", "甲区推动高质量发展", "2025-04-24"),
        *("工业投资", "+12.5%", "增速", "2025年一季度"),
        *("对标围绕", "九九归一", "实施", "满堂彩工程", "计划"),
    ):
        assert expected in text
    opened.page.locator("#panel .relations summary").first.click()
    first = opened.page.locator("#panel .relations .quote").first
    expect(first.locator("blockquote")).to_have_text(SAID)
    expect(first.locator("mark")).to_have_text("九九归一")
    expect(first.locator("figcaption")).to_have_text(
        f"甲区的发言发言摘登.txt#char=40,{40 + len(SAID)}看全文引用"
    )


def test_a_figure_opens_its_sentence(visit: Visit, page_file: Path) -> None:
    page = visit(page_file, "unit/甲区").page
    button = page.locator("#panel table th button")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#panel tr.words blockquote")).to_have_text(SAID)


def test_relations_can_be_followed_by_links(visit: Visit, page_file: Path) -> None:
    page = visit(page_file, "unit/甲区").page
    page.locator("#panel a", has_text="九九归一").click()
    expect(page.locator("#panel h2")).to_have_text("九九归一")
    expect(page.locator("#panel h3", has_text="由谁对标")).to_contain_text("2")
    expect(page.locator("#panel h3", has_text="包含")).to_contain_text("1")
    expect(page.locator("#panel")).to_contain_text("据术语表")


def test_a_click_on_an_edge_shows_its_sentence(visit: Visit, page_file: Path) -> None:
    opened = visit(page_file)
    start, end = (point(opened.page, id) for id in ("unit/乙区", "initiative/九九归一"))
    opened.page.mouse.click((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    expect(opened.page.locator("#panel h2")).to_have_text("对标围绕")
    assert "乙区围绕九九归一体系开展工作。" in panel(opened)


def test_a_name_without_relations_still_shows_where_it_stands(
    visit: Visit, page_file: Path
) -> None:
    opened = visit(page_file, "brand/独一份")
    assert "没有写明" in panel(opened)
    assert SAID in panel(opened)


def test_pointing_at_a_node_tells_class_speeches_and_words(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    page.mouse.move(*point(page, "initiative/九九归一"))
    expect(page.locator("#tip")).to_be_visible()
    for expected in ("目标体系", "九九归一", "甲区的发言", SAID[:20]):
        expect(page.locator("#tip")).to_contain_text(expected)
    page.mouse.move(30, 790)
    expect(page.locator("#tip")).to_be_hidden()


def test_an_address_selects_and_back_and_forward_follow(visit: Visit, page_file: Path) -> None:
    page = visit(page_file, "unit/甲区").page
    expect(page.locator("#panel h2")).to_have_text("甲区")
    page.mouse.click(*point(page, "initiative/满堂彩"))
    expect(page.locator("#panel h2")).to_have_text("满堂彩工程")
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("甲区")
    page.go_forward()
    expect(page.locator("#panel h2")).to_have_text("满堂彩工程")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_contain_text("枢纽")


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("unit/甲区 implements initiative/满堂彩", "实施"),
        ("%75nit/%E7%94%B2%E5%8C%BA", "甲区"),
        ("unit/没有的", "概览"),
        ("%E0%A4%A", "概览"),
    ],
)
def test_addresses_of_edges_encoded_and_wrong_ones(
    visit: Visit, page_file: Path, address: str, heading: str
) -> None:
    opened = visit(page_file, address)
    expect(opened.page.locator("#panel h2")).to_have_text(heading)
    assert opened.complaints == []


def test_a_selection_leaves_its_neighbours_clear_and_pales_the_rest(
    visit: Visit, page_file: Path
) -> None:
    page = visit(page_file).page

    def colour(id: str) -> list[int]:
        found = page.evaluate(
            """id => {
                const canvas = document.querySelector("#network canvas");
                const ratio = canvas.width / canvas.clientWidth;
                const point = fayan.camera.pixel(id);
                const at = [point.x * ratio, point.y * ratio];
                return [...canvas.getContext("2d").getImageData(...at, 1, 1).data];
            }""",
            id,
        )
        assert isinstance(found, list)
        return found

    blue = colour("unit/甲区")
    assert colour("unit/乙区") == blue
    page.mouse.click(*point(page, "initiative/满堂彩"))  # a neighbour of 甲区, none of 乙区
    expect(page.locator("#panel h2")).to_have_text("满堂彩工程")
    page.mouse.move(5, 795)
    expect(page.locator("#tip")).to_be_hidden()
    settle(page)
    assert colour("unit/甲区") == blue
    assert sum(colour("unit/乙区")) > sum(blue) + 100


def test_the_legend_filters_and_the_whole_comes_back(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    hidden = "id => fayan.network.vis.body.nodes[id].options.hidden === true"
    full = inked(page)
    chip = page.locator("#groups .chip", has_text="举措").first
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(hidden, "initiative/满堂彩")
    assert not page.evaluate(hidden, "unit/甲区")
    until(page, f"{INKED} < given", full)
    expect(page.locator("#all")).to_contain_text("显示 2/5 个节点")
    page.locator("#all").click()
    assert not page.evaluate(hidden, "initiative/满堂彩")
    expect(page.locator("#all")).to_be_hidden()


def test_finer_classes_and_relations_filter_too(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator(".finer summary", has_text="").last.click()
    page.locator(".menu .chip", has_text="目标体系").click()
    group = page.locator("#groups .pair > .chip", has_text="举措")
    expect(group).to_have_attribute("aria-pressed", "mixed")
    page.locator("#families .chip", has_text="推进").click()
    shown = page.evaluate(
        "Object.values(fayan.network.vis.body.edges).filter(e => !e.options.hidden).length"
    )
    assert shown == 0  # three touch the framework, the fourth implements


def test_a_search_brings_back_what_was_filtered_away(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator("#groups .chip", has_text="举措").first.click()
    page.keyboard.press("/")
    page.keyboard.type("满堂彩")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("满堂彩工程")
    assert not page.evaluate("fayan.network.vis.body.nodes['initiative/满堂彩'].options.hidden")


def test_the_keyboard_moves_the_drawing(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    page.locator("#network").focus()
    before = page.evaluate("[fayan.stage.front.scale(), fayan.stage.front.centre().x]")
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    until(
        page,
        "fayan.stage.front.scale() > given[0] && fayan.stage.front.centre().x > given[1]",
        before,
    )
    page.keyboard.press("0")
    until(page, "Math.abs(fayan.stage.front.scale() - given) < 1e-9", before[0])


def test_a_key_turns_the_sheet_dark_and_the_choice_is_kept(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").press("Enter")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light


def test_it_follows_the_system_s_dark_mode(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    page.evaluate("localStorage.clear()")
    page.reload()
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


@pytest.fixture(scope="module")
def hostile_file(written: Write) -> Path:
    row = replace(
        speech("恶"),
        label=HOSTILE,
        headline=HOSTILE,
        official=HOSTILE,
        posts=(HOSTILE,),
        meeting=HOSTILE,
        file=HOSTILE,
    )
    said = quote(f"甲区实施{HOSTILE}。", 5, speech=row.id, file=HOSTILE)
    nodes = (
        node("initiative/恶", HOSTILE, alt_labels=(TURNED,), speeches=(HOSTILE,), quotes=(said,)),
        node("project/长", "长" * 10_000, "Project", "Project", quotes=(said,)),
        node("x/%3Cb%3E#1", TURNED, HOSTILE, HOSTILE),
        unit("甲区", quotes=(said,)),
    )
    edges = (
        edge("unit/甲区", "implements", "initiative/恶", said, status=HOSTILE),
        edge("unit/甲区", HOSTILE, "project/长", said),
        edge("unit/甲区", "partOf", "x/%3Cb%3E#1"),
    )
    return written(Contents(nodes, edges, (figure(1, "甲区", HOSTILE, said),), (row,)), HOSTILE)


@pytest.mark.parametrize(
    "address",
    [
        *("", "initiative/恶", "project/长", "unit/甲区", "unit/甲区 implements initiative/恶"),
        *("observation/0001", "speech/恶;initiative/恶", "project/长 ~ initiative/恶"),
    ],
)
def test_hostile_text_is_shown_as_text(visit: Visit, hostile_file: Path, address: str) -> None:
    opened = visit(hostile_file, address)
    page = opened.page
    assert page.title() == HOSTILE.strip()
    assert page.locator("h1").inner_text() == HOSTILE
    assert page.locator("img").count() == 0
    assert page.locator("#panel b").count() == 0
    page.mouse.move(*point(page, "initiative/恶"))
    page.keyboard.press("/")
    page.keyboard.type("script")
    expect(page.locator("#results [role=option] .name").first).to_contain_text("</script>")
    assert page.title() == HOSTILE.strip()
    assert opened.complaints == []
    assert opened.requests[0].startswith("file:") and len(opened.requests) == 1


def test_a_hostile_node_shows_its_whole_name(visit: Visit, hostile_file: Path) -> None:
    page = visit(hostile_file, "initiative/恶").page
    expect(page.locator("#panel h2")).to_have_text(HOSTILE)
    expect(page.locator("#panel .alt")).to_have_text(f"又作 {TURNED}")
    expect(page.locator("#panel blockquote").first).to_have_text(f"甲区实施{HOSTILE}。")


def test_an_id_with_signs_of_addresses_can_be_opened(visit: Visit, hostile_file: Path) -> None:
    page = visit(hostile_file, "unit/甲区").page
    page.locator("#panel section", has_text="属于").locator("a").click()
    expect(page.locator("#panel h2")).to_have_text(TURNED)
    page.reload()
    expect(page.locator("#panel h2")).to_have_text(TURNED)


def test_a_name_of_ten_thousand_characters_breaks_nothing(visit: Visit, hostile_file: Path) -> None:
    page = visit(hostile_file, "project/长").page
    assert page.locator("#panel h2").inner_text() == "长" * 10_000
    box = page.locator("#panel h2").bounding_box()
    assert box is not None and box["height"] < 300
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_it_works_on_a_phone(visit: Visit, sample_file: Path) -> None:
    page = visit(sample_file, size=(390, 844)).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert inked(page) > 0.01
    id = page.evaluate("[...fayan.nodes.values()].find(node => node.rank === 1).id")
    page.mouse.click(*point(page, id))
    sheet = page.locator("#panel")
    expect(sheet).to_be_in_viewport()
    box = sheet.bounding_box()
    assert box is not None and box["width"] == 390
    assert box["y"] > 844 / 3 and box["y"] + box["height"] == pytest.approx(844, abs=2)
    assert point(page, id)[1] < box["y"]
    page.locator("#panel .close").click()
    expect(sheet).not_to_be_in_viewport()
    page.locator("#overview").click()
    expect(sheet).to_contain_text("枢纽")


def test_the_legend_unfolds_on_a_phone(visit: Visit, sample_file: Path) -> None:
    page = visit(sample_file, size=(390, 844)).page
    expect(page.locator("#groups .chip").first).to_be_hidden()
    page.locator("#legend > summary").click()
    expect(page.locator("#groups .chip").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_print_shows_the_quotes_that_are_folded_away(visit: Visit, page_file: Path) -> None:
    page = visit(page_file, "unit/甲区").page
    assert page.locator("#panel .relations details[open]").count() == 0
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#panel .relations details:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#panel .relations details[open]").count() == 0


def test_print_shows_every_figure(visit: Visit, sample_file: Path) -> None:
    page = visit(sample_file).page
    id, count = page.evaluate(
        """Object.entries(fayan.facts.owned).map(([id, numbers]) => [id, numbers.length])
            .find(([id, count]) => fayan.nodes.has(id) && count > 12)"""
    )
    page.goto(f"{page.url}#{id}")
    rows = page.locator("#panel table tbody tr:not(.words)")
    expect(rows).to_have_count(12)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(rows).to_have_count(count)


@pytest.mark.parametrize(
    ("address", "printed", "left_out"),
    [
        ("unit/甲区", ("#network", "#panel"), ("#reader", "#sheet-compare", ".zoom", ".tools")),
        ("speech/甲区", ("#text",), ("#panel", "#legend", "#reader > header")),
        ("centrality", ("#sheet-centrality",), ("#panel", "#network", ".tabs")),
    ],
)
def test_what_is_open_is_printed(
    visit: Visit,
    page_file: Path,
    address: str,
    printed: tuple[str, ...],
    left_out: tuple[str, ...],
) -> None:
    page = visit(page_file, address).page
    page.emulate_media(media="print")
    for part in printed:
        expect(page.locator(part)).to_be_visible()
    for part in left_out:
        expect(page.locator(part)).to_be_hidden()
    page.emulate_media(media="screen")


def test_every_control_has_a_name(visit: Visit, page_file: Path) -> None:
    page = visit(page_file, "unit/甲区").page
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, a, input, summary")]
            .filter(e => !e.hidden && !(e.textContent.trim() || e.ariaLabel || e.title))
            .map(e => e.outerHTML)"""
    )
    assert nameless == []


def test_an_empty_graph_opens(visit: Visit, written: Write) -> None:
    opened = visit(written(Contents((), (), (), ())))
    expect(opened.page.locator("#panel .empty")).to_contain_text("图里没有节点")
    assert opened.complaints == []


def test_three_thousand_nodes_open_within_seconds(visit: Visit, written: Write) -> None:
    path = written(sample(20, 2960))
    opened = visit(path)  # fails after `PATIENCE`
    assert inked(opened.page) > 0.01
    assert opened.complaints == []
