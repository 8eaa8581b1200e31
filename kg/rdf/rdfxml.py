"""Writes a graph as RDF/XML: subjects and their facts in the order of N-Triples.

The elements are those that Oxigraph's own writer makes, which is asked once for each name; what it
takes long for is a million triples handed over one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox

from kg.errors import FayanError
from kg.rdf.ntriples import facts, literal, unescaped
from kg.rdf.terms import NAMESPACES, PREFIXES, term

_USED = {name: iri for name, iri in PREFIXES.items() if name in NAMESPACES}
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile(rb"[&<>\"'\r]")
_REFERENCES = {
    b"&": b"&amp;",
    b"<": b"&lt;",
    b">": b"&gt;",
    b'"': b"&quot;",
    b"'": b"&apos;",
    b"\r": b"&#xD;",  # an XML parser takes a bare carriage return for a line feed
}
_TYPE = str(term("rdf:type")).encode() + b" <"
_PLAIN = b"rdf:Description"


def rdf_xml(triples: Iterable[ox.Triple] | ox.Store) -> bytes:
    """The triples, or the default graph of a store, as UTF-8 RDF/XML, the same bytes every time.

    Raises FayanError for a character that XML cannot hold.
    """
    head, tail = _own(()).split(b"</rdf:RDF>")
    elements = [_element(subject, lines) for subject, lines in facts(triples)]
    return head + b"".join(elements) + b"</rdf:RDF>" + tail


def _own(triples: Iterable[ox.Triple]) -> bytes:
    return ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=_USED) or b""


def _element(subject: bytes, lines: list[bytes]) -> bytes:
    """All facts of a subject; where its type sorts first, the element is named by it."""
    name = end = _PLAIN
    if lines[0].startswith(_TYPE):
        name, end = _class_names(lines[0][len(_TYPE) : -1])
        lines = lines[1:]
    about = _node(subject, b"rdf:about")
    try:
        facts = b"".join([_fact(line) for line in lines])
    except ValueError as error:
        raise FayanError(f"{subject.decode()}: RDF/XML cannot hold its {error}") from None
    return b"\t<%b %b>\n%b\t</%b>\n" % (name, about, facts, end)


@lru_cache(maxsize=1 << 16)
def _fact(line: bytes) -> bytes:
    """The element of a fact; ValueError names a character that XML cannot hold."""
    predicate, _, target = line.partition(b" ")
    name, end = _property_names(predicate)
    if not target.startswith(b'"'):
        return b"\t\t<%b %b/>\n" % (name, _node(target, b"rdf:resource"))
    text, language, datatype = literal(target)
    if language:
        name += b' xml:lang="%b"' % language
    elif datatype:
        name += b' rdf:datatype="%b"' % _escaped(datatype)
    if b"\\" in text:
        text = _checked(unescaped(text))
    return b"\t\t<%b>%b</%b>\n" % (name, _escaped(text), end)


def _node(node: bytes, attribute: bytes) -> bytes:
    if node.startswith(b"<"):
        return b'%b="%b"' % (attribute, _escaped(node[1:-1]))
    return b'rdf:nodeID="%b"' % node.removeprefix(b"_:")


def _escaped(text: bytes) -> bytes:
    if _SPECIAL.search(text) is None:
        return text
    return _SPECIAL.sub(lambda found: _REFERENCES[found.group()], text)


def _checked(text: bytes) -> bytes:
    if found := _NO_XML.search(text.decode()):
        raise ValueError(f"character U+{ord(found.group()):04X}")
    return text


@lru_cache(maxsize=1 << 10)
def _property_names(predicate: bytes) -> tuple[bytes, bytes]:
    """The name of a property's element with its declaration, and the bare name."""
    node, text = ox.NamedNode("x:x"), ox.Literal("x")
    stated = ox.Triple(node, ox.NamedNode(predicate[1:-1].decode()), text)
    return _names(stated, b">x</")


@lru_cache(maxsize=1 << 10)
def _class_names(iri: bytes) -> tuple[bytes, bytes]:
    node = ox.NamedNode("x:x")
    typed = ox.Triple(node, term("rdf:type"), ox.NamedNode(iri.decode()))
    return _names(typed, b' rdf:about="x:x">')


def _names(triple: ox.Triple, until: bytes) -> tuple[bytes, bytes]:
    name = _own([triple]).partition(until)[0].rpartition(b"\t<")[2]
    return name, name.split(b" ", 1)[0]
