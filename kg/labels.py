"""The names that people are shown for the terms of a graph."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from kg.rdf.terms import PREFIXES, path_of, term
from kg.resources import ontology

_LABEL = term("rdfs:label")
# Terms of other vocabularies that people meet, in Chinese as those of the ontology.
_OTHERS = {
    "rdf:type": "类型",
    "rdfs:label": "名称",
    "skos:altLabel": "别名",
    "skos:inScheme": "属于",
    "org:holds": "担任",
    "org:postIn": "所属单位",
    "dcterms:date": "日期",
    "dcterms:source": "来源",
    "dcterms:identifier": "标识",
    "prov:used": "读取",
    "prov:wasAssociatedWith": "执行者",
    "prov:wasGeneratedBy": "得自",
    "time:hasTime": "时间",
}


def label(store: ox.Store, node: object) -> str:
    """The name of a term: its label in the graph or the vocabulary, else a short form of its IRI.

    A literal's name is its text.
    """
    if isinstance(node, ox.Literal):
        return node.value
    if not isinstance(node, ox.NamedNode):
        return str(node)
    for quad in store.quads_for_pattern(node, _LABEL, None, ox.DefaultGraph()):
        if isinstance(quad.object, ox.Literal):
            return quad.object.value
    return vocabulary().get(node.value) or short(node.value)


def short(iri: str) -> str:
    """An IRI by its path (`unit/綦江区`), or by its prefixed name (`kg:value`), or whole."""
    if (path := path_of(iri)) != iri:
        return path
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


@cache
def vocabulary() -> dict[str, str]:
    """The Chinese label of each term of the ontology, and of some others, by its IRI."""
    others = {term(name).value: chinese for name, chinese in _OTHERS.items()}
    return others | {
        quad.subject.value: quad.object.value
        for quad in ox.parse(path=str(ontology("fayan.ttl")))
        if quad.predicate == _LABEL
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.Literal)
        and quad.object.language == "zh"
    }
