"""Renders the ontology as one HTML page in Chinese and English: each term with its alignments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
import pyoxigraph as ox

from kg.rdf.terms import KG, NAMESPACES, PREFIXES
from kg.resources import ontology

_RDF, _RDFS, _OWL = (NAMESPACES[name] for name in ("rdf", "rdfs", "owl"))
_SKOS, _QB, _DCTERMS = (NAMESPACES[name] for name in ("skos", "qb", "dcterms"))
_TYPE = _RDF + "type"
# What is said of a term, in the order of the page: the property and its name in both languages
_FACTS = (
    (_RDFS + "subClassOf", "上位类", "Is a"),
    (_RDFS + "subPropertyOf", "上位属性", "Specialises"),
    (_RDFS + "domain", "定义域", "Domain"),
    (_RDFS + "range", "值域", "Range"),
    (_OWL + "inverseOf", "逆属性", "Inverse of"),
    (_QB + "codeList", "代码表", "Code list"),
    (_SKOS + "inScheme", "所属代码表", "In scheme"),
    (_RDFS + "seeAlso", "另见", "See also"),
)
_BACK = (
    (_RDFS + "subClassOf", "下位类", "Includes"),
    (_RDFS + "domain", "其属性", "Properties"),
    (_RDFS + "range", "取其为值的属性", "Value of"),
    (_SKOS + "inScheme", "代码", "Codes"),
    (_TYPE, "成员", "Members"),
)
_CUBE = {
    "DimensionProperty": ("数据立方体的维度", "dimension of the data cube"),
    "MeasureProperty": ("数据立方体的度量", "measure of the data cube"),
    "AttributeProperty": ("数据立方体的属性", "attribute of the data cube"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A term that another names: `href` is its place on the page, or its IRI."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Term:
    """One term with its texts by language, its characteristics, and its links by heading."""

    name: str
    iri: str
    labels: Mapping[str, str]
    comments: Mapping[str, str]
    traits: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str, tuple[Link, ...]], ...]


Values = Mapping[str, list[ox.NamedNode | ox.Literal]]


def render() -> str:
    """The HTML page of `ontology/fayan.ttl`; it loads nothing from elsewhere."""
    vocabulary = _Vocabulary(_read(ontology("fayan.ttl")))
    sections = (
        ("classes", "类", "Classes", vocabulary.of(_OWL + "Class")),
        ("relations", "对象属性", "Object properties", vocabulary.of(_OWL + "ObjectProperty")),
        ("values", "数据属性", "Datatype properties", vocabulary.of(_OWL + "DatatypeProperty")),
        ("schemes", "代码表", "Code lists", vocabulary.of(_SKOS + "ConceptScheme")),
        ("codes", "代码与抽取器", "Codes and extractors", vocabulary.individuals()),
    )
    return _template().render(
        header=vocabulary.header(), sections=sections, prefixes=sorted(PREFIXES.items())
    )


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template("reference.html.jinja")


def _read(path: Path) -> Mapping[str, Values]:
    found: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]
    found = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(path=str(path)):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(
            quad.object, ox.NamedNode | ox.Literal
        ):
            found[quad.subject.value][quad.predicate.value].append(quad.object)
    return found


class _Vocabulary:
    """The facts of the ontology by subject and predicate, and rows made of them."""

    def __init__(self, facts: Mapping[str, Values]) -> None:
        self._facts = facts

    def header(self) -> Mapping[str, Mapping[str, str]]:
        """Title and description of the ontology by language, its version and licence."""
        values = self._facts[KG.removesuffix("#")]
        return {
            "title": _by_language(values[_DCTERMS + "title"]),
            "description": _by_language(values[_DCTERMS + "description"]),
            "about": {
                "IRI": KG.removesuffix("#"),
                "version": values[_OWL + "versionInfo"][0].value,
                "licence": values[_DCTERMS + "license"][0].value,
            },
        }

    def of(self, kind: str) -> list[Term]:
        """The own terms of a kind, in the order of the file, where like stands with like."""
        return [
            self._term(iri) for iri in self._facts if iri.startswith(KG) and self._is(iri, kind)
        ]

    def individuals(self) -> list[Term]:
        """The members of the own classes."""
        return [
            self._term(iri)
            for iri, values in self._facts.items()
            if iri.startswith(KG) and any(one.value.startswith(KG) for one in values[_TYPE])
        ]

    def _is(self, iri: str, kind: str) -> bool:
        return any(one.value == kind for one in self._facts[iri].get(_TYPE, ()))

    def _term(self, iri: str) -> Term:
        values = self._facts[iri]
        forward = [(zh, en, values.get(predicate, [])) for predicate, zh, en in _FACTS]
        back = [(zh, en, self._pointing(iri, predicate)) for predicate, zh, en in _BACK]
        return Term(
            name=iri.removeprefix(KG),
            iri=iri,
            labels=_by_language(values[_RDFS + "label"]),
            comments=_by_language(values.get(_RDFS + "comment", [])),
            traits=tuple(self._traits(iri)),
            facts=tuple(
                (zh, en, tuple(map(_link, found))) for zh, en, found in forward + back if found
            ),
        )

    def _pointing(self, iri: str, predicate: str) -> list[ox.NamedNode | ox.Literal]:
        node = ox.NamedNode(iri)
        return [
            ox.NamedNode(subject)
            for subject, values in self._facts.items()
            if node in values.get(predicate, ())
        ]

    def _traits(self, iri: str) -> Iterable[tuple[str, str]]:
        if self._is(iri, _OWL + "FunctionalProperty"):
            yield "至多一值", "at most one value"
        for name, words in _CUBE.items():
            if self._is(iri, _QB + name):
                yield words


def _by_language(texts: Iterable[ox.NamedNode | ox.Literal]) -> Mapping[str, str]:
    return {one.language or "": one.value for one in texts if isinstance(one, ox.Literal)}


def _link(term: ox.NamedNode | ox.Literal) -> Link:
    if term.value.startswith(KG):
        name = term.value.removeprefix(KG)
        return Link(f"kg:{name}", f"#{name}")
    return Link(_short(term.value), term.value)


def _short(iri: str) -> str:
    for prefix, namespace in (*PREFIXES.items(), *_ONTOLOGY_ONLY.items()):
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


_SDMX = "http://purl.org/linked-data/sdmx/2009/"
_ONTOLOGY_ONLY = {
    "qudt": "http://qudt.org/schema/qudt/",
    **{f"sdmx-{part}": f"{_SDMX}{part}#" for part in ("attribute", "dimension", "measure")},
}
