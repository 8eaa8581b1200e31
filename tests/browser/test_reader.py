"""The reader: a speech in the page, its sentence marked, its mentions ways into the graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

import kg
from kg.outputs import files
from tests.browser.helpers import SAID, Visit, point, until

SEEDS = Path(__file__).parents[2] / "seeds"
SPEECH = "speech/2025-04-24-綦江区"
SENTENCE = (
    "綦江对标“33618”现代制造业产业集群，牢固树立大抓工业、抓大工业理念，"
    "推动工业高质量发展跑出加速度。"
)


@pytest.fixture(scope="module")
def seed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seed") / "graph.html"
    path.write_bytes(files(kg.build(SEEDS))["graph.html"])
    return path


@pytest.fixture(scope="module")
def loaded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a graph that was loaded from Turtle, without the speeches."""
    path = tmp_path_factory.mktemp("loaded") / "graph.html"
    graph = kg.load(SEEDS.parent / "outputs" / "speeches.ttl")
    path.write_bytes(files(graph)["graph.html"])
    return path


def test_a_quote_opens_the_speech_with_the_sentence_marked(visit: Visit, seed_file: Path) -> None:
    opened = visit(seed_file, "unit/綦江区 alignsWith initiative/33618")
    page = opened.page
    expect(page.locator("#reader")).to_be_hidden()
    page.locator("#panel .read").first.click()
    expect(page.locator("#reader")).to_be_visible()
    expect(page.locator("#text h2")).to_have_text("突出“链”上发力 推动工业高质量发展跑出加速度")
    expect(page.locator("#text .byline")).to_have_text("綦江区委书记 尹国喜")
    said = page.locator("#text .said")
    expect(said).to_have_text(SENTENCE)
    expect(said).to_be_in_viewport()
    expect(said).to_be_focused()
    # the rest of the speech is there as well, from its first part to its last
    for words in ("一、抓强链提高产业集聚力", "三、抓固链提升企业竞争力", "一季度GDP增长6%"):
        expect(page.locator("#text")).to_contain_text(words)
    # and the panel still shows what the quote was opened from
    expect(page.locator("#panel h2")).to_have_text("对标围绕")
    assert opened.complaints == []


def test_all_mentions_are_ways_back_into_the_graph(visit: Visit, seed_file: Path) -> None:
    page = visit(seed_file, SPEECH).page
    for name in ("中建材", "中煤", "首届綦商大会", "川渝地区铝制品原材料产业基地", "爱尔思"):
        expect(page.locator("#text .mention", has_text=name)).to_have_count(1)
    page.locator("#text .mention", has_text="中建材").click()
    expect(page.locator("#panel h2")).to_have_text("中建材")
    expect(page.locator("#reader")).to_be_visible()
    expect(page.locator("#text .current")).to_have_text("中建材")
    x, y = point(page, page.evaluate("fayan.stage.selection.node"))
    box = page.locator("#network").bounding_box()
    assert box is not None
    assert box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"]


def test_the_keyboard_reads_opens_and_shuts(visit: Visit, seed_file: Path) -> None:
    page = visit(seed_file, SPEECH).page
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.press("Tab")  # to the first mention
    expect(page.locator("#text .mention:focus")).to_have_count(1)
    name = page.evaluate("document.activeElement.dataset.node")
    page.keyboard.press("Enter")
    # The selection follows the address, which a browser tells of a moment later.
    until(page, "fayan.stage.selection?.node === given", name)
    page.keyboard.press("Escape")
    expect(page.locator("#reader")).to_be_hidden()
    assert page.evaluate("fayan.stage.selection.node") == name
    page.keyboard.press("Escape")
    until(page, "fayan.stage.selection === null")


def test_arrows_go_from_one_mention_of_the_selected_to_the_next(
    visit: Visit, seed_file: Path
) -> None:
    page = visit(seed_file, f"{SPEECH};unit/綦江区").page
    expect(page.locator("#step-count")).to_contain_text("綦江区")
    page.get_by_role("button", name="下一处").click()
    expect(page.locator("#text .current").first).to_be_focused()


def test_a_link_opens_the_reader_at_its_sentence_and_back_shuts_it(
    visit: Visit, seed_file: Path
) -> None:
    page = visit(seed_file, f"{SPEECH}@2434,2488").page
    expect(page.locator("#text .said")).to_have_text(SENTENCE)
    page.locator("#spoken").select_option(label="荣昌区高洪波的发言")
    expect(page.locator("#text .byline")).to_have_text("荣昌区委书记 高洪波")
    expect(page.locator("#text .said")).to_have_count(0)
    page.go_back()
    expect(page.locator("#text .said")).to_have_text(SENTENCE)
    page.get_by_role("button", name="合上原文").click()
    expect(page.locator("#reader")).to_be_hidden()


def test_a_byline_is_marked_where_it_is_what_was_said(visit: Visit, seed_file: Path) -> None:
    page = visit(seed_file, "official/尹国喜 leads unit/綦江区").page
    if page.locator("#panel .read").count() == 0:  # the id of an official names his unit as well
        page.evaluate(
            """() => { const edge = fayan.rows.edges.find(e =>
                e.predicate === "leads" && e.to === "unit/綦江区");
                fayan.address.go({ selection: { edge: edge.id } }); }"""
        )
    page.locator("#panel .read").first.click()
    expect(page.locator("#text .byline .said")).to_have_text("綦江区委书记 尹国喜")


def test_without_the_speeches_it_says_so_and_shows_their_quotes(
    visit: Visit, loaded_file: Path
) -> None:
    page = visit(loaded_file, f"{SPEECH}@2434,2488").page
    expect(page.locator("#text")).to_contain_text("没有带上全文")
    expect(page.locator("#text .said")).to_have_text(SENTENCE)
    expect(page.locator("#text .mention", has_text="中建材")).to_have_count(1)
    assert page.locator("#text p").count() > 8


def test_on_a_phone_the_reader_fills_it_and_a_mention_leads_back(
    visit: Visit, seed_file: Path
) -> None:
    page = visit(seed_file, SPEECH, (390, 844)).page
    box = page.locator("#reader").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    page.evaluate("fayan.address.go({ selection: { node: 'unit/綦江区' } })")  # from the graph
    page.goto(page.url.split("#")[0] + f"#{SPEECH};unit/綦江区")
    expect(page.locator("#reader")).to_be_visible()
    for y in (20, 420, 830):  # the panel lies under it
        assert page.evaluate("y => !!document.elementFromPoint(195, y).closest('#reader')", y)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator("#text .mention", has_text="中建材").click()
    expect(page.locator("#reader")).to_be_hidden()
    expect(page.locator("#panel h2")).to_have_text("中建材")
    expect(page.locator("#panel")).to_be_in_viewport()


@pytest.mark.parametrize("size", [(1024, 768), (1180, 820), (820, 1180)])
def test_on_a_tablet_speech_drawing_and_panel_stand_side_by_side(
    visit: Visit, seed_file: Path, size: tuple[int, int]
) -> None:
    address = f"{SPEECH}@2434,2488;unit/綦江区 alignsWith initiative/33618"
    page = visit(seed_file, address, size).page
    boxes = [page.locator(part).bounding_box() for part in ("#reader", "#network", "#panel")]
    reader, drawing, panel = (box for box in boxes if box)
    assert drawing["width"] >= 300 and drawing["height"] >= 220
    assert reader["x"] + reader["width"] <= drawing["x"] and reader["width"] >= 450
    assert drawing["y"] + drawing["height"] <= panel["y"] and panel["height"] >= 220
    for id in ("unit/綦江区", "initiative/33618"):
        x, y = point(page, id)
        assert drawing["x"] < x < drawing["x"] + drawing["width"]
        assert drawing["y"] < y < drawing["y"] + drawing["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    title = page.locator("h1").bounding_box()
    assert title is not None and title["width"] > 240


def test_on_a_tablet_a_quote_of_a_table_covers_it_until_a_tab_is_chosen(
    visit: Visit, seed_file: Path
) -> None:
    page = visit(seed_file, "compare", (1024, 768)).page
    page.locator("#sheet-compare tbody td a").first.click()
    page.locator("#panel .read").first.click()
    expect(page.locator("#text .said")).to_be_in_viewport()
    expect(page.locator("#sheet-compare")).not_to_be_visible()
    page.get_by_role("tab", name="中心性").click()
    expect(page.locator("#reader")).to_be_hidden()
    expect(page.locator("#sheet-centrality")).to_be_visible()


def test_made_up_speeches_open_too(visit: Visit, page_file: Path) -> None:
    page = visit(page_file, "initiative/满堂彩").page
    page.locator("#panel .mentions summary").click()
    page.locator("#panel .mentions .read").first.click()
    expect(page.locator("#text .said")).to_have_text(SAID)
