"""Writes a graph as JSON-LD whose keys are the words of the vocabulary."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import pyoxigraph as ox

from kg.errors import FayanError
from kg.rdf.ntriples import facts, literal, unescaped
from kg.rdf.terms import ID, KG, NAMESPACES, PREFIXES, XSD, term
from kg.resources import ontology

_TYPE = str(term("rdf:type")).encode()
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


def jsonld(triples: Iterable[ox.Triple] | ox.Store) -> bytes:
    """The triples, or the default graph of a store, as UTF-8 JSON-LD with its context.

    Nodes are sorted by IRI; of each the type comes first, then the label. Raises FayanError for an
    IRI that cannot be told from a prefixed name (`unit:x` itself).
    """
    nodes = {(name := _name(subject)): _node(name, lines) for subject, lines in facts(triples)}
    terms = ",\n".join(f"  {_json(key)}: {_json(how)}" for key, how in context().items())
    rows = b",\n".join([nodes[name] for name in sorted(nodes)])
    return b'{\n "@context": {\n%b\n },\n "@graph": [\n%b\n ]\n}\n' % (terms.encode(), rows)


_json = json.JSONEncoder(ensure_ascii=False).encode


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
    owl, qb, rdf, rdfs = (NAMESPACES[name] for name in ("owl", "qb", "rdf", "rdfs"))
    found: dict[str, Mapping[str, str]] = {}
    for iri, values in facts.items():
        name, types = f"kg:{iri.removeprefix(KG)}", values[rdf + "type"]
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


def _node(name: bytes, lines: Iterable[bytes]) -> bytes:
    """A node with a line for each key."""
    found: dict[bytes, bytes] = {b'"type"': b"", b'"label"': b""}
    several: dict[bytes, list[bytes]] = {}
    for line in lines:
        key, value = _member(line)
        if found.get(key):
            several.setdefault(key, [found[key]]).append(value)
        else:
            found[key] = value
    for key, values in several.items():
        found[key] = b"[%b]" % b", ".join(values)
    row = [b"%b: %b" % member for member in found.items() if member[1]]
    return b'  {"id": "%b"%b}' % (name, b"".join([b",\n   " + member for member in row]))


@lru_cache(maxsize=1 << 16)
def _member(line: bytes) -> tuple[bytes, bytes]:
    """The key and the value of a fact, as JSON."""
    predicate, _, target = line.partition(b" ")
    key, how = _key(predicate)
    return key, _value(target, how)


@lru_cache(maxsize=1 << 10)
def _key(predicate: bytes) -> tuple[bytes, Mapping[str, str]]:
    """The key of a property as JSON, and how its values are written."""
    if predicate == _TYPE:
        return b'"type"', _CODE
    known = {str(term(name)): (key, how) for key, (name, how) in _properties().items()}
    key, how = known.get(predicate.decode(), (_compact(predicate[1:-1].decode()), {}))
    return _json(key).encode(), how


def _value(target: bytes, how: Mapping[str, str]) -> bytes:
    if not target.startswith(b'"'):
        if how is _LINK:
            return b'"%b"' % _name(target)
        return b'"%b"' % _code(target) if how is _CODE else b'{"id": "%b"}' % _name(target)
    text, language, datatype = literal(target)
    # N-Triples escapes as JSON does, but for the letters of a code point and how many it escapes.
    string = b'"%b"' % text if b"\\u" not in text else _json(unescaped(text).decode()).encode()
    if language:
        if how is _ZH and language == b"zh":
            return string
        return b'{"@value": %b, "@language": "%b"}' % (string, language)
    if not datatype:
        return b'{"@value": %b}' % string if how else string
    kind = _compact(datatype.decode())
    if how is _DATE or how is _DECIMAL:
        if kind == how["@type"]:
            return string
    elif not how and kind == "xsd:integer" and _is_plain(text.decode()):
        return text
    return b'{"@value": %b, "@type": "%b"}' % (string, kind.encode())


def _is_plain(number: str) -> bool:
    digits = number.removeprefix("-")
    return digits.isdecimal() and str(int(number)) == number and int(digits) < _LARGEST


@lru_cache(maxsize=1 << 16)
def _name(node: bytes) -> bytes:
    """The name of a node as JSON has it between quotes: an IRI holds nothing that JSON escapes."""
    if node.startswith(b"<<"):
        raise FayanError("JSON-LD cannot hold a triple as a term: take ttl or trig")
    return _compact(node[1:-1].decode()).encode() if node.startswith(b"<") else node


@lru_cache(maxsize=1 << 16)
def _code(node: bytes) -> bytes:
    """A term of ours by its bare name, where that is not the key of another's."""
    name = _name(node).decode()
    local = name.removeprefix("kg:")
    taken = local in PREFIXES or _properties().get(local, (name,))[0] != name
    return (name if taken else local).encode()


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
