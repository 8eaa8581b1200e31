"""Taking away: pictures, tables, citations."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kg.rdf.contents import Contents
from tests.browser.helpers import SAID, Visit, Write
from tests.network.sample import edge, node, quote, speech, unit

SVG = "{http://www.w3.org/2000/svg}"


def take(page: Page, name: str) -> bytes:
    """What is downloaded for a choice of the menu."""
    page.locator("#take summary").click()
    with page.expect_download() as download:
        page.locator("#take .menu button", has_text=name).click()
    return Path(download.value.path()).read_bytes()


def table(data: bytes) -> list[list[str]]:
    assert data.startswith("\ufeff".encode())
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_view_as_png(visit: Visit, page_file: Path) -> None:
    opened = visit(page_file)
    data = take(opened.page, "PNG")
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    box = opened.page.locator("#network").bounding_box()
    assert box is not None and (wide, high) == (round(box["width"]), round(box["height"]))
    assert opened.complaints == []


def test_the_view_as_svg_has_every_node_edge_and_name(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    root = ElementTree.fromstring(take(page, "SVG"))
    shapes = [part for part in root if part.tag in (f"{SVG}circle", f"{SVG}polygon")]
    assert sorted(part[0].text or "" for part in shapes) == [
        *("乙区", "九九归一", "满堂彩工程", "独一份", "甲区")
    ]
    assert len(root.findall(f"{SVG}path")) == 4
    words = [part.text for part in root.findall(f"{SVG}text")]
    assert {"甲区", "乙区", "九九归一", "满堂彩工程"} <= set(words)


def test_an_svg_with_hostile_names_is_still_one(visit: Visit, written: Write) -> None:
    name = '"><script>alert(1)</script>&\u0001\u202e'
    given = Contents(
        (node("initiative/恶", name), unit("甲区")),
        (edge("unit/甲区", "implements", "initiative/恶"),),
        (),
        (),
    )
    page = visit(written(given, name)).page
    root = ElementTree.fromstring(take(page, "SVG"))
    assert root.findall(f".//{SVG}script") == []
    titles = [part.text for part in root.iter(f"{SVG}title")]
    assert name.replace("\u0001", "") in titles


def test_the_selection_as_csv(visit: Visit, page_file: Path) -> None:
    page = visit(page_file, "unit/甲区").page
    head, *rows = table(take(page, "CSV"))
    assert head == [
        "主体",
        "主体类别",
        "关系",
        "客体",
        "客体类别",
        "状态",
        "原文",
        "发言",
        "文件",
        "起",
        "止",
    ]
    place = ["甲区的发言", "发言摘登.txt", "40", str(40 + len(SAID))]
    assert sorted(rows) == [
        ["甲区", "行政区", "实施", "满堂彩工程", "工程行动", "计划", SAID, *place],
        ["甲区", "行政区", "对标围绕", "九九归一", "目标体系", "已报告", SAID, *place],
    ]


def test_without_a_selection_all_that_is_shown_as_csv(visit: Visit, page_file: Path) -> None:
    page = visit(page_file).page
    assert len(table(take(page, "CSV"))) == 1 + 4
    page.locator("#families .chip", has_text="对标").click()
    assert len(table(take(page, "CSV"))) == 1 + 2


def test_a_sheet_as_csv(visit: Visit, sample_file: Path) -> None:
    page = visit(sample_file, "centrality").page
    page.locator("#take summary").click()
    expect(page.locator("#take .menu button", has_text="PNG")).to_be_hidden()
    page.locator("#take summary").click()
    head, *rows = table(take(page, "CSV"))
    assert head[:3] == ["节点", "类别", "相邻"]
    assert len(rows) == page.evaluate("fayan.nodes.size")


def test_what_a_spreadsheet_would_compute_becomes_text(visit: Visit, written: Write) -> None:
    said = quote("=1+1，又说", 3, "speech/甲区")
    given = Contents(
        (node("initiative/恶", "@SUM(1)"), unit("甲区")),
        (edge("unit/甲区", "implements", "initiative/恶", said),),
        (),
        (speech("甲区"),),
    )
    page = visit(written(given)).page
    _, row = table(take(page, "CSV"))
    assert row[3] == "'@SUM(1)" and row[6] == "'=1+1，又说"


def test_a_citation_names_speaker_post_meeting_date_and_place(
    visit: Visit, page_file: Path
) -> None:
    page = visit(page_file, "unit/甲区 alignsWith initiative/九九归一").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="引用").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == (
        f"“{SAID}”——甲某（甲区区委书记），例会，2025-04-24，发言摘登.txt#char=40,{40 + len(SAID)}"
    )


@pytest.mark.parametrize("refuses", ["undefined", "{ writeText: () => Promise.reject() }"])
def test_a_citation_is_copied_where_the_clipboard_is_refused(
    visit: Visit, page_file: Path, refuses: str
) -> None:
    page = visit(page_file, "unit/甲区 alignsWith initiative/九九归一").page
    page.evaluate(f"Object.defineProperty(navigator, 'clipboard', {{ value: {refuses} }})")
    page.evaluate(
        "document.addEventListener('copy', () => { window.copied = getSelection() + '' })"
    )
    page.get_by_role("button", name="引用").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
