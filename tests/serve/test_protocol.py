"""The endpoint speaks the SPARQL 1.1 Protocol with clients that others wrote."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
import rdflib
from SPARQLWrapper import CSV, JSON, POST, RDFXML, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.questions import Question, questions
from tests.serve.server import Server

PREFIX = "PREFIX kg: <https://w3id.org/fayan/ns#> "
INITIATIVE = "PREFIX i: <https://w3id.org/fayan/id/initiative/> "
WHO = (
    PREFIX
    + INITIATIVE
    + (
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        "SELECT ?unit { ?u kg:alignsWith i:六区一高地 ; rdfs:label ?unit } ORDER BY ?unit"
    )
)
UNITS = ["丰都县", "市委金融办", "石柱县"]
GRAPH = PREFIX + INITIATIVE + "CONSTRUCT WHERE { ?u kg:alignsWith i:六区一高地 }"
JSON_TYPE = "application/sparql-results+json"


@pytest.fixture
def wrapper(server: Server) -> SPARQLWrapper:
    return SPARQLWrapper(server.url + "/sparql")


def converted(wrapper: SPARQLWrapper) -> Any:  # noqa: ANN401
    """The answer as SPARQLWrapper hands it out: its type depends on the format."""
    return wrapper.queryAndConvert()


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_gets_the_answer_in_json(wrapper: SPARQLWrapper, method: str) -> None:
    wrapper.setQuery(WHO)
    wrapper.setMethod(method)
    wrapper.setReturnFormat(JSON)
    found = converted(wrapper)
    assert [row["unit"]["value"] for row in found["results"]["bindings"]] == UNITS


def test_sparqlwrapper_posts_a_query_as_it_is(wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery(WHO)
    wrapper.setMethod(POST)
    wrapper.setRequestMethod("postdirectly")
    wrapper.setReturnFormat(JSON)
    assert len(converted(wrapper)["results"]["bindings"]) == 3


def test_sparqlwrapper_gets_xml_and_csv(wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery(WHO)
    wrapper.setReturnFormat(XML)
    found = converted(wrapper).getElementsByTagName("literal")
    assert [one.firstChild.data for one in found] == UNITS
    wrapper.setReturnFormat(CSV)
    rows = list(csv.reader(io.StringIO(converted(wrapper).decode())))
    assert rows == [["unit"], *([unit] for unit in UNITS)]


@pytest.mark.parametrize("form", [TURTLE, RDFXML])
def test_sparqlwrapper_gets_a_graph(wrapper: SPARQLWrapper, form: str) -> None:
    wrapper.setQuery(GRAPH)
    wrapper.setReturnFormat(form)
    found = converted(wrapper)
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found)
    assert len(graph) == 3


def test_sparqlwrapper_is_told_of_a_bad_query(wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery("SELECT nonsense")
    with pytest.raises(QueryBadFormed, match="line 1, column"):
        wrapper.query()


def test_rdflib_asks_it_as_a_remote_store(server: Server) -> None:
    graph = rdflib.Graph("SPARQLStore")
    graph.open(server.url + "/sparql")
    assert [str(row[0]) for row in graph.query(WHO)] == UNITS  # type: ignore[index]


def curl(*arguments: str) -> str:
    return subprocess.run(
        ["curl", "-sS", "--max-time", "30", *arguments], capture_output=True, check=True, text=True
    ).stdout


def test_curl_asks_by_get_and_by_post(server: Server) -> None:
    url = server.url + "/sparql"
    got = curl("-G", "--data-urlencode", f"query={WHO}", "-H", "Accept: text/csv", url)
    posted = curl("--data-urlencode", f"query={WHO}", "-H", "Accept: text/csv", url)
    kind = "Content-Type: application/sparql-query"
    direct = curl("-H", kind, "-H", "Accept: text/csv", "--data-binary", WHO, url)
    assert got == posted == direct
    assert got.split() == ["unit", *UNITS]


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", JSON_TYPE),
        ("*/*", JSON_TYPE),
        ("application/sparql-results+xml, text/csv;q=0.5", "application/sparql-results+xml"),
        ("application/sparql-results+xml;q=0.2, text/csv;q=0.5", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("application/json", "application/json"),
        ("text/turtle, application/*;q=0.1", JSON_TYPE),
    ],
)
def test_the_format_of_rows_is_negotiated(server: Server, accept: str, given: str) -> None:
    answer = server.ask(WHO, accept)
    assert answer.status == 200
    assert answer.type == given
    assert all(unit in answer.text for unit in UNITS)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("*/*", "text/turtle"),
        ("application/n-triples", "application/n-triples"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
        (f"{JSON_TYPE}, text/turtle;q=0.9", "text/turtle"),
    ],
)
def test_the_format_of_triples_is_negotiated(server: Server, accept: str, given: str) -> None:
    answer = server.ask(GRAPH, accept)
    assert answer.type == given
    form = ox.RdfFormat.from_media_type(given)
    assert len(list(ox.parse(answer.body, form))) == 3


def test_a_triple_as_a_term_is_written_where_the_format_holds_it(server: Server) -> None:
    made = "CONSTRUCT { <http://a> <http://b> <<( <http://c> <http://d> 1 )>> } {}"
    assert "<<( <http://c> <http://d> 1 )>>" in server.ask(made, "text/turtle").text
    answer = server.ask(made, "application/ld+json")
    assert (answer.status, answer.type) == (400, "text/plain")
    assert "JSON-LD cannot hold a triple" in answer.text


def test_what_nobody_can_write_is_not_acceptable(server: Server) -> None:
    assert server.ask(WHO, "image/png").status == 406
    assert server.ask(GRAPH, "text/csv").status == 406


def test_a_yes_or_no_comes_in_each_format(server: Server) -> None:
    assert json.loads(server.ask("ASK { ?s ?p ?o }").body)["boolean"] is True
    xml = server.ask("ASK { <http://a> ?p ?o }", "application/sparql-results+xml").text
    assert ElementTree.fromstring(xml)[-1].text == "false"
    assert server.ask("ASK {}", "text/csv").text == "true\n"


@pytest.mark.parametrize("asked", questions(), ids=lambda one: one.name)
def test_every_question_can_be_asked_here(server: Server, asked: Question) -> None:
    answer = server.ask(asked.text, f"{JSON_TYPE}, text/turtle")
    assert answer.status == 200, answer.text


def test_the_prefixes_of_the_vocabulary_need_no_declaration(server: Server) -> None:
    answer = server.ask("ASK { unit:綦江区 kg:alignsWith initiative:33618 }")
    assert json.loads(answer.body)["boolean"] is True


@pytest.mark.parametrize(
    ("method", "path", "body", "kind", "status", "said"),
    [
        ("GET", "/sparql", None, "", 400, "one parameter called query"),
        ("GET", "/sparql?query=ASK{}&query=ASK{}", None, "", 400, "here are 2"),
        ("GET", "/sparql?query=nonsense", None, "", 400, "line 1, column"),
        ("GET", "/sparql?query=DROP ALL", None, "", 400, "line 1, column"),
        ("POST", "/sparql", "ASK {}", "text/plain", 415, "application/sparql-query"),
        ("POST", "/sparql", b"ASK { \xff }", "application/sparql-query", 400, "not UTF-8"),
        ("POST", "/sparql", "DROP ALL", "application/sparql-update", 403, "read-only"),
        ("POST", "/sparql", "DROP ALL", "application/sparql-query", 400, "line 1, column"),
        ("PUT", "/sparql", "ASK {}", "application/sparql-query", 405, "not allowed"),
        ("DELETE", "/unit/綦江区", None, "", 405, "not allowed"),
        ("POST", "/unit/綦江区", "x", "text/turtle", 405, "not allowed"),
    ],
)
def test_what_is_not_a_query_is_refused_in_words(
    server: Server,
    method: str,
    path: str,
    body: bytes | str | None,
    kind: str,
    status: int,
    said: str,
) -> None:
    answer = server.send(method, path, body, **({"Content_Type": kind} if kind else {}))
    assert answer.status == status
    assert said in answer.text
    assert answer.type == "text/plain"


def test_an_update_in_a_form_is_refused(server: Server) -> None:
    before = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").body
    form = "application/x-www-form-urlencoded"
    answer = server.send("POST", "/sparql", urlencode({"update": "DROP ALL"}), Content_Type=form)
    assert answer.status == 403
    assert server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").body == before


def test_the_graphs_of_the_request_are_those_of_the_store(server: Server) -> None:
    query = urlencode({"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"})
    graph = urlencode({"default-graph-uri": "http://127.0.0.1:9/remote.ttl"})
    answer = server.get(f"/sparql?{query}&{graph}", Accept="text/csv")
    assert answer.text.split() == ["n", "0"]
    assert server.get(f"/sparql?{query}&default-graph-uri=no iri").status == 400


def test_head_is_get_without_the_body(server: Server) -> None:
    answer = server.send("HEAD", "/sparql?query=ASK{}")
    assert (answer.status, answer.body) == (200, b"")
    assert server.send("HEAD", "/unit/綦江区").status == 200
