"""The tabs: units compared by indicator, nodes by centrality."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kg.rdf.contents import Contents
from tests.browser.helpers import Visit, Write, settle, until
from tests.network.sample import figure, quote, speech, unit


@pytest.fixture(scope="module")
def compared(written: Write) -> Path:
    """Three units with two indicators, one of them falling."""
    names = ("甲区", "乙区", "丙区")
    growth = {"甲区": "3.5", "乙区": "12", "丙区": "-4"}
    figures = []
    for number, name in enumerate(names):
        said = quote(f"{name}工业投资增长{growth[name]}%。", 100 * number, f"speech/{name}")
        row = figure(number, name, "", said)
        figures.append(
            replace(row, value=growth[name], amount=growth[name], id=f"observation/{name}")
        )
        if name != "丙区":
            level = replace(
                row,
                id=f"observation/{name}-额",
                kind="Level",
                value=str(20 + number),
                amount=f"{20 + number}00000000",
                unit_text="亿元",
                base_unit="元",
            )
            figures.append(level)
            trade = replace(
                row, id=f"observation/{name}-贸", indicator="进出口总额", indicator_text="外贸"
            )
            figures.append(trade)
    speeches = tuple(speech(name) for name in names)
    return written(Contents(tuple(map(unit, sorted(names))), (), tuple(figures), speeches))


def column(page: Page, number: int) -> list[str]:
    cells = page.locator(f"[role=tabpanel]:not([hidden]) tbody tr > :nth-child({number})")
    return cells.all_inner_texts()


def test_the_tab_compares_units_and_sorts_by_a_column(visit: Visit, compared: Path) -> None:
    page = visit(compared).page
    page.get_by_role("tab", name="比较").click()
    until(page, "decodeURIComponent(location.hash) === given", "#compare")
    heads = page.locator("#sheet-compare thead th").all_inner_texts()
    assert [head.split("\n")[0].strip(" ↓") for head in heads] == [
        *("单位", "工业投资", "工业投资", "进出口总额")
    ]
    assert column(page, 1) == ["乙区", "甲区", "丙区"]
    assert column(page, 2) == ["+12%", "+3.5%", "−4%"]
    assert "—" in column(page, 3)
    head = page.locator("#sheet-compare thead th").nth(1)
    expect(head).to_have_attribute("aria-sort", "descending")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert column(page, 1) == ["丙区", "甲区", "乙区"]


def test_what_is_not_told_comes_last_whichever_way(visit: Visit, compared: Path) -> None:
    page = visit(compared, "compare").page
    level = page.locator("#sheet-compare thead button").nth(2)
    level.click()
    assert column(page, 1)[-1] == "丙区"
    level.click()
    assert column(page, 1)[-1] == "丙区"


def test_a_cell_opens_its_quote(visit: Visit, compared: Path) -> None:
    page = visit(compared, "compare").page
    page.locator("#sheet-compare table").get_by_text("−4%").click()
    expect(page.locator("#panel h2")).to_have_text("工业投资")
    expect(page.locator("#panel blockquote")).to_have_text("丙区工业投资增长-4%。")
    expect(page.locator("#sheet-compare")).to_be_visible()
    page.locator("#panel .read").click()
    expect(page.locator("#text .said")).to_have_text("丙区工业投资增长-4%。")


def test_an_indicator_is_chosen_and_drawn_as_bars(visit: Visit, compared: Path) -> None:
    page = visit(compared, "compare").page
    page.get_by_label("指标", exact=True).select_option("工业投资")
    until(page, "decodeURIComponent(location.hash) === given", "#compare/工业投资")
    expect(page.locator(".chart h3")).to_have_text(["工业投资 · 增速", "工业投资 · 数值"])
    bars = page.locator(".chart").first.locator(".bar")
    widths = [bars.nth(number).bounding_box() for number in range(3)]
    first, second, third = (box for box in widths if box)
    assert first["width"] / second["width"] == pytest.approx(12 / 3.5, rel=0.03)
    assert first["width"] / third["width"] == pytest.approx(12 / 4, rel=0.03)
    # a fall goes left of the line on which the others begin
    assert third["x"] + third["width"] == pytest.approx(first["x"], abs=1.5)
    assert column(page, 4) == ["2025年一季度"] * 3


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_bars_are_to_one_scale_whatever_stands_beside_them(
    visit: Visit, compared: Path, size: tuple[int, int]
) -> None:
    page = visit(compared, "compare/工业投资", size).page
    tracks = page.locator(".chart").first.locator(".track").all()
    assert (
        len({round(box["width"], 1) for box in (one.bounding_box() for one in tracks) if box}) == 1
    )


def test_the_centrality_of_every_node_can_be_sorted(visit: Visit, sample_file: Path) -> None:
    page = visit(sample_file, "centrality").page
    rows = page.evaluate("fayan.nodes.size")
    while page.locator("#sheet-centrality .more").is_visible():
        page.locator("#sheet-centrality .more").click()
    expect(page.locator("#sheet-centrality tbody tr")).to_have_count(rows)
    ranks = [float(text) for text in column(page, 5)]
    assert ranks == sorted(ranks, reverse=True)
    page.get_by_role("button", name="相邻", exact=True).click()
    degrees = [int(text) for text in column(page, 3)]
    assert degrees == sorted(degrees, reverse=True)
    name = page.locator("#sheet-centrality tbody th a").first
    label = name.inner_text()
    name.click()
    expect(page.locator("#panel h2")).to_have_text(label)
    expect(page.locator("#sheet-centrality")).to_be_visible()


def test_tabs_go_by_arrows_and_the_drawing_comes_back_as_it_was(
    visit: Visit, sample_file: Path
) -> None:
    page = visit(sample_file).page
    before = page.evaluate("[fayan.stage.front.scale(), fayan.stage.front.centre().x]")
    page.get_by_role("tab", name="图谱").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="比较")).to_be_focused()
    expect(page.locator("#sheet-compare")).to_be_visible()
    expect(page.locator("#network")).to_be_hidden()
    settle(page)
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#network")).to_be_visible()
    settle(page)
    after = page.evaluate("[fayan.stage.front.scale(), fayan.stage.front.centre().x]")
    assert after == pytest.approx(before, rel=0.2)


def test_nothing_to_compare_is_said(visit: Visit, page_file: Path) -> None:
    page = visit(page_file, "compare").page
    expect(page.locator("#sheet-compare")).to_contain_text("没有两个单位")
