"""Writes a graph as sorted N-Triples, and takes them apart into the facts of each subject."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph as ox

# Each subject, as written, with its `predicate object` lines: what every text format is made of.
Facts = Iterable[tuple[bytes, list[bytes]]]

_SUBJECT = re.compile(rb"(\S+ ).*\n(?:\1.*\n)*")  # all lines of one subject that stand together
_END = b" .\n"  # only at the end of a line, for line ends in literals are escaped
_ESCAPED = re.compile(rb"\\(?:u([0-9A-F]{4})|(.))")
_CHARACTERS = {b"t": b"\t", b"b": b"\b", b"n": b"\n", b"r": b"\r", b"f": b"\f"}


def n_triples(triples: Iterable[ox.Triple] | ox.Store) -> bytes:
    """The triples, or the default graph of a store, as N-Triples, each line once, sorted."""
    lines = _written(triples).splitlines(keepends=True)
    lines.sort()
    return b"".join(lines if isinstance(triples, ox.Store) else dict.fromkeys(lines))


def facts(triples: Iterable[ox.Triple] | ox.Store) -> Facts:
    """The same by subject; subjects and the facts of each are sorted, in the order of lines."""
    found: dict[bytes, bytes] = {}
    for lines in _SUBJECT.finditer(_written(triples)):
        found[lines[1]] = found.get(lines[1], b"") + lines[0]
    for head in sorted(found):
        some = found[head][len(head) : -len(_END)].split(_END + head)
        some.sort()
        yield head[:-1], some if isinstance(triples, ox.Store) else list(dict.fromkeys(some))


def _written(triples: Iterable[ox.Triple] | ox.Store) -> bytes:
    form = ox.RdfFormat.N_TRIPLES
    if isinstance(triples, ox.Store):
        return triples.dump(format=form, from_graph=ox.DefaultGraph()) or b""
    return ox.serialize(triples, format=form) or b""


def literal(written: bytes) -> tuple[bytes, bytes, bytes]:
    """The text of a literal (still escaped), its language tag, and the IRI of its datatype.

    One of the last two is empty; both are where the text is a plain string.
    """
    end = written.rindex(b'"')
    after = written[end + 1 :]
    if after.startswith(b"@"):
        return written[1:end], after[1:], b""
    return written[1:end], b"", after[3:-1]


def unescaped(text: bytes) -> bytes:
    """The text of a literal as UTF-8, its escapes (`\\n`, `\\u000B`) undone."""
    return _ESCAPED.sub(_character, text) if b"\\" in text else text


def _character(escape: re.Match[bytes]) -> bytes:
    if point := escape[1]:
        return chr(int(point, 16)).encode()
    return _CHARACTERS.get(escape[2], escape[2])
