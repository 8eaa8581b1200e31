from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.network.build import network
from kg.network.centrality import centrality
from kg.rdf.contents import Contents
from kg.view.page import render
from tests.network.sample import edge, node, quote, sample, unit

HOSTILE = '</script><script>alert(1)</script>"><img src=x onerror=alert(2)> & \u2028\u2029 <!--'


def page(contents: Contents, title: str = "发言图谱") -> str:
    graph = network(contents)
    return render(contents, graph, centrality(graph), title)


class Elements(HTMLParser):
    """Every start tag with its attributes, and the text inside each element by tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.declaration = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.texts.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self.texts.append(("", ""))

    def handle_data(self, data: str) -> None:
        if self.texts:
            tag, text = self.texts[-1]
            self.texts[-1] = (tag, text + data)

    def handle_decl(self, decl: str) -> None:
        self.declaration = decl

    def text(self, tag: str) -> list[str]:
        return [text for name, text in self.texts if name == tag]


@pytest.fixture(scope="module")
def html() -> str:
    return page(sample())


@pytest.fixture(scope="module")
def elements(html: str) -> Elements:
    return Elements(html)


def data_of(html: str) -> dict[str, list[dict[str, object]]]:
    (text,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


def test_the_document_says_what_it_is(html: str, elements: Elements) -> None:
    assert html.startswith("<!doctype html>")
    assert ("html", {"lang": "zh-CN"}) in elements.tags
    assert elements.text("title") == ["发言图谱"]
    assert [text.strip() for text in elements.text("h1")] == ["发言图谱"]


def test_nothing_is_fetched_from_anywhere(elements: Elements) -> None:
    for tag, attributes in elements.tags:
        for name in ("src", "href", "action", "poster", "srcset"):
            target = attributes.get(name) or "#"
            assert target.startswith("#") or target == "data:,", (tag, target)


def test_no_style_or_handler_is_written_into_an_element(elements: Elements) -> None:
    for _, attributes in elements.tags:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


def test_the_policy_lets_run_what_is_there_and_nothing_else(html: str, elements: Elements) -> None:
    (policy,) = [
        attributes["content"] or ""
        for tag, attributes in elements.tags
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    allowed = set(re.findall(r"'sha256-([^']+)'", policy))
    inline = re.findall(r"<script>(.*?)</script>", html, re.S)
    inline += re.findall(r"<style>(.*?)</style>", html, re.S)
    digests = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline}
    assert len(inline) == 4
    assert allowed == digests


def test_all_nodes_edges_and_quotes_are_in_it(html: str) -> None:
    graph = network(sample())
    data = data_of(html)
    assert {row["id"] for row in data["nodes"]} == set(graph)
    assert len(data["edges"]) == graph.number_of_edges()


def test_hostile_text_is_data_and_comes_out_as_it_went_in() -> None:
    said = quote(HOSTILE)
    given = Contents(
        (
            node(
                "initiative/一", HOSTILE, alt_labels=(HOSTILE,), speeches=(HOSTILE,), quotes=(said,)
            ),
            unit("甲区"),
        ),
        (edge("unit/甲区", "implements", "initiative/一", said),),
        (),
        (),
    )
    html = page(given, HOSTILE)
    tame = Elements(page(sample(2, 4)))
    found = Elements(html)
    assert [tag for tag, _ in found.tags] == [tag for tag, _ in tame.tags]
    assert found.text("title") == [HOSTILE]
    assert "\u2028" not in html.split('id="data">')[1].split("</script>")[0]
    (row,) = [row for row in data_of(html)["nodes"] if row["id"] == "initiative/一"]
    assert row["label"] == HOSTILE
    assert row["alt"] == [HOSTILE]


def test_a_name_of_ten_thousand_characters_is_no_trouble() -> None:
    html = page(Contents((unit("长" * 10_000),), (), (), ()))
    assert data_of(html)["nodes"][0]["label"] == "长" * 10_000


@pytest.mark.parametrize(
    "given", [Contents((), (), (), ()), Contents((unit("甲区"),), (), (), ())], ids=["none", "one"]
)
def test_next_to_nothing_is_a_page_too(given: Contents) -> None:
    assert len(data_of(page(given))["nodes"]) == len(given.nodes)


def test_every_process_makes_the_same_page(html: str) -> None:
    code = (
        "import sys; from tests.network.sample import sample; "
        "from tests.view.test_page import page; sys.stdout.buffer.write(page(sample()).encode())"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        assert done.stdout.decode() == html


def test_rendering_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page(sample(2, 4))
    assert list(tmp_path.iterdir()) == []
