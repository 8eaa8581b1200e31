"""Writes a graph as JSON-LD whose keys are the words of the vocabulary."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import pyoxigraph as ox

from kg.errors import FayanError
from kg.rdf.terms import ID, KG, NAMESPACES, PREFIXES, XSD, term
from kg.resources import ontology

Json = str | int | list["Json"] | dict[str, "Json"]
Value = ox.NamedNode | ox.BlankNode | ox.Literal

_TYPE, _LABEL = term("rdf:type").value, term("rdfs:label").value
_ZH = {"@language": "zh"}
_LINK, _CODE = {"@type": "@id"}, {"@type": "@vocab"}
_DATE, _DECIMAL = {"@type": "xsd:date"}, {"@type": "xsd:decimal"}
# How the values of other vocabularies' terms are written; those of ours follow from the ontology.
_BORROWED: dict[str, Mapping[str, str]] = {
    "dcterms:date": _DATE,
    "dcterms:source": {},
    "nif:beginIndex": {},
    "nif:endIndex": {},
    "nif:referenceContext": _LINK,
    "org:holds": _LINK,
    "org:postIn": _LINK,
    "prov:used": _LINK,
    "prov:wasAssociatedWith": _CODE,
    "prov:wasGeneratedBy": _LINK,
    "qb:dataSet": _LINK,
    "qb:structure": _CODE,
    "rdf:object": _LINK,
    "rdf:predicate": _CODE,
    "rdf:subject": _LINK,
    "rdfs:label": _ZH,
    "rdfs:subClassOf": _CODE,
    "schema:softwareVersion": {},
    "skos:altLabel": _ZH,
    "skos:inScheme": _CODE,
    "time:hasBeginning": _LINK,
    "time:hasEnd": _LINK,
    "time:hasTime": _LINK,
    "time:inXSDDate": _DATE,
}
_LARGEST = 2**53  # beyond it, JSON numbers are not exact everywhere


def jsonld(triples: Iterable[ox.Triple]) -> bytes:
    """The triples as UTF-8 JSON-LD with its context: nodes by IRI, type and label first.

    Raises FayanError for an IRI that cannot be told from a prefixed name (`unit:x` itself).
    """
    nodes: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for triple in set(triples):
        assert not isinstance(triple.object, ox.Triple)
        nodes[_name(triple.subject)][triple.predicate.value].append(triple.object)
    terms = ",\n".join(f"  {_json(key)}: {_json(how)}" for key, how in context().items())
    rows = ",\n".join(_written(_node(name, nodes[name])) for name in sorted(nodes))
    return f'{{\n "@context": {{\n{terms}\n }},\n "@graph": [\n{rows}\n ]\n}}\n'.encode()


_json = json.JSONEncoder(ensure_ascii=False).encode


def _written(row: Mapping[str, Json]) -> str:
    """A node with a line for each key."""
    return "  {" + ",\n   ".join(f"{_json(key)}: {_json(cell)}" for key, cell in row.items()) + "}"


@cache
def context() -> Mapping[str, object]:
    """The JSON-LD context of the vocabulary: prefixes, classes and codes, and every property."""
    terms = {key: {"@id": iri, **how} for key, (iri, how) in sorted(_properties().items())}
    return {"id": "@id", "type": "@type", "@vocab": KG, **dict(sorted(PREFIXES.items())), **terms}


@cache
def _properties() -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """By the key it is written with: a property's prefixed name and how its values are written.

    The key is the local name, but for one that is a prefix too (`indicator`).
    """
    found = {**_BORROWED, **_own()}
    local = {name: name.split(":")[1] for name in found}
    return {
        name if local[name] in PREFIXES else local[name]: (name, how) for name, how in found.items()
    }


def _own() -> dict[str, Mapping[str, str]]:
    """The properties of the ontology by prefixed name."""
    facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in ox.parse(path=str(ontology("fayan.ttl"))):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            facts[quad.subject.value][quad.predicate.value].add(quad.object.value)
    owl, qb, rdfs = (NAMESPACES[name] for name in ("owl", "qb", "rdfs"))
    found: dict[str, Mapping[str, str]] = {}
    for iri, values in facts.items():
        name, types = f"kg:{iri.removeprefix(KG)}", values[_TYPE]
        if iri.startswith(KG) and owl + "ObjectProperty" in types:
            coded = qb + "CodedProperty" in types and KG + "Indicator" not in values[rdfs + "range"]
            found[name] = _CODE if coded else _LINK
        elif iri.startswith(KG) and owl + "DatatypeProperty" in types:
            found[name] = _how(values[rdfs + "range"])
    return found


def _how(ranges: set[str]) -> Mapping[str, str]:
    if XSD + "decimal" in ranges:
        return _DECIMAL
    return _ZH if NAMESPACES["rdfs"] + "Literal" in ranges else {}


@cache
def _by_iri() -> Mapping[str, tuple[str, Mapping[str, str]]]:
    return {term(name).value: (key, how) for key, (name, how) in _properties().items()}


def _node(name: str, values: Mapping[str, list[Value]]) -> dict[str, Json]:
    row: dict[str, Json] = {"id": name}
    for predicate in sorted(values, key=lambda iri: (_rank(iri), iri)):
        key, how = _by_iri().get(predicate, (_compact(predicate), {}))
        if predicate == _TYPE:
            key, how = "type", _CODE
        found = values[predicate]
        if len(found) == 1:
            row[key] = _value(found[0], how)
        else:
            row[key] = [_value(one, how) for one in sorted(found, key=str)]
    return row


def _rank(predicate: str) -> int:
    return (_TYPE, _LABEL, predicate).index(predicate)


def _value(value: Value, how: Mapping[str, str]) -> Json:
    if not isinstance(value, ox.Literal):
        name = _name(value)
        if how == _CODE:
            return _code(name)
        return name if how == _LINK else {"id": name}
    kind = value.datatype.value
    if value.language:
        same = how == {"@language": value.language}
        return value.value if same else {"@value": value.value, "@language": value.language}
    if how in (_DATE, _DECIMAL) and kind == term(how["@type"]).value:
        return value.value
    if kind == XSD + "integer" and not how and _is_plain(value.value):
        return int(value.value)
    if kind == XSD + "string":
        return value.value if not how else {"@value": value.value}
    return {"@value": value.value, "@type": _compact(kind)}


def _is_plain(number: str) -> bool:
    digits = number.removeprefix("-")
    return digits.isdecimal() and str(int(number)) == number and int(digits) < _LARGEST


def _name(node: object) -> str:
    if isinstance(node, ox.BlankNode):
        return str(node)
    assert isinstance(node, ox.NamedNode)
    return _compact(node.value)


def _code(name: str) -> str:
    """A term of ours by its bare name, where that is not the key of another's."""
    local = name.removeprefix("kg:")
    taken = local in PREFIXES or _properties().get(local, (name,))[0] != name
    return name if taken else local


@lru_cache(maxsize=1 << 16)
def _compact(iri: str) -> str:
    # A namespace of ours ends before the first slash of a resource's path, another's at the last
    # delimiter.
    end = iri.find("/", len(ID)) if iri.startswith(ID) else max(iri.rfind("/"), iri.rfind("#"))
    prefix, local = _by_namespace().get(iri[: end + 1]), iri[end + 1 :]
    if prefix and not local.startswith("//"):
        return f"{prefix}:{local}"
    scheme, _, rest = iri.partition(":")
    if scheme in PREFIXES and not rest.startswith("//"):
        raise FayanError(f"{iri}: JSON-LD would take this IRI for a prefixed name")
    return iri


@cache
def _by_namespace() -> Mapping[str, str]:
    return {iri: prefix for prefix, iri in PREFIXES.items()}
