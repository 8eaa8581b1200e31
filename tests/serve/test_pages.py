"""Every node has a page for people and one for machines, and no text becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote

import pyoxigraph as ox
import pytest

import kg
from kg.rdf.terms import ID, resource, term
from kg.rdf.terms import kg as vocabulary
from kg.rdf.turtle import turtle
from tests.serve.conftest import SEED
from tests.serve.server import Server, serving

WORDS = "綦江对标“33618”现代制造业产业集群，牢固树立大抓工业、抓大工业理念"


class Reader(HTMLParser):
    """The links, the text and the names of all elements of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            assert not name.startswith("on") and name != "style", f"{tag} {name}={value}"
            if name == "href" and tag == "a":
                self.links.append(value or "")
            if name == "id":
                self.ids.add(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def test_the_page_of_a_unit_shows_its_relations_and_figures_each_with_its_words(
    server: Server,
) -> None:
    answer = server.get("/unit/綦江区", Accept="text/html")
    assert (answer.status, answer.type) == (200, "text/html")
    page = Reader(answer.text)
    for said in ("綦江区", "地区", "对标", "33618", WORDS, "500110", "尹国喜"):
        assert said in page.text
    assert re.search(r"固投\s*21\.1%", page.text)
    assert "000_9a077f0b941a7940.txt 2434–2488" in page.text


BYLINE = "綦江区委书记 尹国喜"


@pytest.mark.parametrize(
    ("path", "fact"),
    [
        ("/unit/綦江区", "綦江区委书记 所属单位 綦江区"),
        ("/unit/綦江区", "綦江区尹国喜的发言 代表单位 綦江区"),
        ("/official/綦江区-尹国喜", "尹国喜 担任 綦江区委书记"),
        ("/official/綦江区-尹国喜", "綦江区尹国喜的发言 发言人 尹国喜"),
        ("/post/綦江区委书记", "尹国喜 担任 綦江区委书记"),
        ("/speech/2025-04-24-綦江区", "綦江区尹国喜的发言 代表单位 綦江区"),
    ],
)
def test_posts_and_who_spoke_for_whom_show_the_byline_that_says_so(
    server: Server, path: str, fact: str
) -> None:
    lines = Reader(server.get(path).text).text.split("\n")
    place = lines.index(fact)
    assert BYLINE in lines[place : place + 3]
    # The byline of another speech is no evidence of this one.
    assert not any("书记" in line and "尹国喜" not in line for line in lines[place + 1 : place + 4])


def test_a_speech_shows_the_notice_of_its_meeting(server: Server) -> None:
    text = Reader(server.get("/speech/2025-04-24-綦江区").text).text
    after = text[text.index("所在会议") :]
    assert "4月24日，市委召开区县委书记和部门一把手例会。" in after[:100]


def test_a_figure_is_called_what_it_says_and_links_its_unit_and_indicator(server: Server) -> None:
    page = Reader(server.get("/observation/2025-04-24-重庆市文化和旅游发展委员会-96").text)
    assert "市文化旅游委 旅游总花费 14.7%" in page.text.split("\n")
    for path in ("unit/重庆市文化和旅游发展委员会", "indicator/旅游总花费", "interval/2025-Q1"):
        assert f"/{quote(path)}" in page.links, path
    assert page.text.count("一季度，全市接待国内游客1.12亿人次") == 1


def test_a_statement_is_called_what_it_states_and_shows_its_words_once(server: Server) -> None:
    page = Reader(server.get("/statement/unit_綦江区-alignsWith-initiative_33618").text)
    assert page.text.split("\n").count("綦江区 对标 33618") == 2  # as the heading, and as a fact
    assert "/unit/" + quote("綦江区") in page.links
    assert page.text.count(WORDS) == 1


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ({"Accept": "text/turtle"}, "text/turtle"),
        ({"Accept": "application/ld+json"}, "application/ld+json"),
        ({"Accept": "application/rdf+xml"}, "application/rdf+xml"),
        ({"Accept": "application/n-triples;q=0.5, text/html;q=0.1"}, "application/n-triples"),
    ],
)
def test_a_machine_gets_the_node_in_the_format_it_accepts(
    server: Server, asked: dict[str, str], given: str
) -> None:
    answer = server.get("/unit/綦江区", **asked)
    assert (answer.status, answer.type) == (200, given)
    assert "Accept" in answer.headers["vary"]
    form = ox.RdfFormat.from_media_type(given)
    found = {quad.triple for quad in ox.parse(answer.body, form)}
    edge = (resource("unit/綦江区"), vocabulary("alignsWith"), resource("initiative/33618"))
    assert ox.Triple(*edge) in found
    quotes = [one.object.value for one in found if one.predicate == vocabulary("quote")]
    assert any(quote.startswith(WORDS) for quote in quotes)
    assert found <= {quad.triple for quad in kg.load(SEED).store}


def test_a_link_gets_each_format_without_a_header(server: Server) -> None:
    page = Reader(server.get("/unit/綦江区").text)
    for ending, given in (
        ("?format=ttl", "text/turtle"),
        ("?format=jsonld", "application/ld+json"),
    ):
        (link,) = (link for link in page.links if link.endswith(ending))
        assert server.get(link).type == given
    assert server.get("/unit/綦江区?format=exe").status == 406
    assert server.get("/unit/綦江区", Accept="image/png").status == 406


def test_what_the_graph_does_not_know_is_not_found(server: Server) -> None:
    for path in ("/unit/没有", "/unit/没有?format=ttl", "/nothing/x", "/static/../cli.py"):
        assert server.get(path).status == 404, path
    assert server.get("/static/yasgui/vendor.lock").status == 404


def test_every_node_has_a_page_and_the_links_of_the_pages_lead_somewhere(server: Server) -> None:
    labels = kg.load(SEED).sparql("SELECT DISTINCT ?x { ?x rdfs:label ?l }").rows
    nodes = [str(row[0]) for row in labels]
    links: set[str] = set()
    for node in nodes[::7]:
        answer = server.get("/" + quote(node))
        assert answer.status == 200, node
        links.update(Reader(answer.text).links)
    assert len(links) > 100
    for link in sorted(links)[::11]:
        assert link.startswith("/")
        assert server.get(link.split("#")[0]).status == 200, link


def test_the_first_page_leads_to_the_lists_and_these_to_the_nodes(server: Server) -> None:
    first = Reader(server.get("/").text)
    assert {"/graph", "/query", "/unit/", "/initiative/"} <= set(first.links)
    units = Reader(server.get("/unit/").text)
    assert "/unit/" + quote("綦江区") in units.links


def test_a_quote_links_to_its_place_on_the_page_of_the_file(server: Server) -> None:
    page = Reader(server.get("/unit/綦江区").text)
    (link,) = {link for link in page.links if link.endswith("#char=2434,2488")}
    path, place = link.split("#")
    assert place in Reader(server.get(path).text).ids


def test_the_graph_page_shows_the_graph_without_the_texts_it_does_not_have(server: Server) -> None:
    answer = server.get("/graph")
    built = (Path(SEED).parent / "graph.html").read_text(encoding="utf-8")
    assert answer.status == 200
    title = built[built.index("<title>") : built.index("</title>")]
    assert title in answer.text
    assert "unit/綦江区" in answer.text
    # A heading that no fact was read from stands only in the page that the build writes.
    unquoted_heading = "一、文旅消费再创新高"
    assert unquoted_heading in built
    assert unquoted_heading not in answer.text
    assert answer.headers["content-security-policy"] == "frame-ancestors 'none'"


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "a/b?c#d%2F&e=f",
    "javascript:alert(1)",
    "..",
    "%2e%2e%2f",
    "a b\tc",
    "\u202e\u2028",
    "'\\;",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of units that are called so, each with a quote that says so."""
    triples = []
    for number, name in enumerate(HOSTILE):
        node, text = resource(f"unit/{name}"), ox.Literal(name, language="zh")
        statement, passage = resource(f"statement/{number}"), resource(f"file/{name}")
        triples += [
            ox.Triple(node, term("rdf:type"), vocabulary("Unit")),
            ox.Triple(node, term("rdfs:label"), text),
            ox.Triple(node, vocabulary("mergedBecause"), text),
            ox.Triple(statement, term("rdf:subject"), node),
            ox.Triple(statement, term("rdf:predicate"), vocabulary("alignsWith")),
            ox.Triple(statement, term("rdf:object"), resource(f"initiative/{name}")),
            ox.Triple(statement, vocabulary("evidence"), passage),
            ox.Triple(passage, vocabulary("quote"), text),
            ox.Triple(passage, term("nif:referenceContext"), resource(f"file/{name}")),
        ]
    path = tmp_path_factory.mktemp("hostile") / "hostile.ttl"
    path.write_bytes(turtle(triples))
    with serving(str(path)) as running:
        yield running


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_shown_and_is_no_markup(hostile: Server, name: str) -> None:
    escaped = resource(f"unit/{name}").value.removeprefix(ID)
    answer = hostile.get("/" + quote(escaped, safe="/%"))
    assert answer.status == 200, escaped
    page = Reader(answer.text)
    assert not page.tags & {"script", "img", "iframe"}
    assert page.text.count(name.strip("\t")) >= 2
    assert all(link.startswith("/") for link in page.links)


def test_the_list_links_to_hostile_names_by_their_own_page(hostile: Server) -> None:
    page = Reader(hostile.get("/unit/").text)
    assert not page.tags & {"script", "img", "iframe"}
    found = {unquote(link) for link in page.links if link.startswith("/unit/")}
    assert len(found) == len(HOSTILE)


def test_a_hostile_path_is_not_echoed_as_markup(server: Server) -> None:
    answer = server.get("/unit/<script>alert(1)</script>")
    assert answer.status == 404
    assert answer.type == "text/plain"
    assert answer.headers["x-content-type-options"] == "nosniff"
