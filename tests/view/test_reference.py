"""The reference of the vocabulary: every term in both languages, offline, links that lead on."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
import rdflib
from rdflib import RDF, RDFS

from kg.rdf.terms import KG
from kg.resources import ontology
from kg.view.reference import render


class Page(HTMLParser):
    """Collects ids, links, whatever would be loaded, and the text of each article."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.articles: dict[str, str] = {}
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"] or "")
        if tag == "article":
            self._inside = values["id"] or ""
        if tag == "a":
            self.links.append(values["href"] or "")
        if tag in ("script", "link", "img", "iframe", "object", "embed"):
            self.loaded.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.articles[self._inside] = self.articles.get(self._inside, "") + data


@pytest.fixture(scope="module")
def page() -> Page:
    parser = Page()
    parser.feed(render())
    return parser


def test_every_term_has_an_article_with_its_texts_in_both_languages(page: Page) -> None:
    vocabulary = rdflib.Graph().parse(ontology("fayan.ttl"))
    terms = {one for one in vocabulary.subjects(RDF.type, None) if str(one).startswith(KG)}
    data_cube_structure = rdflib.URIRef(KG + "ObservationStructure")
    assert {KG + name for name in page.articles} == set(map(str, terms - {data_cube_structure}))
    for name, text in page.articles.items():
        for predicate in (RDFS.label, RDFS.comment):
            texts = list(vocabulary.objects(rdflib.URIRef(KG + name), predicate))
            assert len(texts) == 2
            assert all(str(one) in text for one in texts), name


def test_alignments_and_ways_back_are_told(page: Page) -> None:
    assert "org:Organization" in page.articles["Unit"] and "kg:District" in page.articles["Unit"]
    assert "sdmx-dimension:refArea" in page.articles["ofUnit"]
    assert "prov:Activity" in page.articles["Extraction"]
    assert "kg:Growth" in page.articles["kinds"]
    assert "at most one value" in page.articles["headline"]


def test_nothing_is_loaded_from_elsewhere_and_inner_links_lead_somewhere(page: Page) -> None:
    assert page.loaded == []
    assert not re.search(r"url\(|@import", render())
    assert len(page.ids) == len(set(page.ids))
    inner = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids) and len(inner) > 80
