"""The meetings of a graph, and what was said at one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.errors import FayanError
from kg.rdf.contents import Contents, Node, SpeechRow


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """A meeting by its day (`2025-04-24`, "" where unknown) and name ("" where unknown)."""

    date: str
    label: str

    def __str__(self) -> str:
        """Day and name, as far as they are known."""
        return " ".join(part for part in (self.date, self.label) if part) or "-"


def meeting_of(speech: SpeechRow) -> Meeting:
    """The meeting a speech was given at."""
    return Meeting(speech.date, speech.meeting)


def meetings(contents: Contents) -> tuple[Meeting, ...]:
    """All meetings, by day, then name."""
    return tuple(sorted({meeting_of(speech) for speech in contents.speeches}))


def find_meeting(contents: Contents, asked: str) -> Meeting:
    """The meeting called `asked`: its day, its name, a part of it, or both as printed.

    Raises FayanError where no meeting, or several, are called so, and names them.
    """
    known = meetings(contents)
    exact = [one for one in known if asked in (one.date, one.label, str(one))]
    found = exact or [one for one in known if asked in str(one)]
    if len(found) == 1:
        return found[0]
    told = ", ".join(map(str, found or known))
    raise FayanError(f"{asked}: {'several meetings' if found else 'no such meeting'}: {told}")


def at_meeting(contents: Contents, meeting: Meeting) -> Contents:
    """What was said at `meeting`: its speeches, and nodes, relations and figures with them.

    Passages of other speeches are left out, and nodes and relations that have no other. A relation
    that the glossary states stays, with both its ends, where one of them is spoken of: as when the
    files of this meeting are built alone. Spellings are those met anywhere.
    """
    speeches = tuple(one for one in contents.speeches if meeting_of(one) == meeting)
    ids, labels = {one.id for one in speeches}, {one.label for one in speeches}
    stated = {
        (edge.source, edge.predicate, edge.target): quotes
        for edge in contents.edges
        if (quotes := tuple(quote for quote in edge.quotes if quote.speech in ids))
    }
    named = {node.id for node in contents.nodes if labels & set(node.speeches)}
    named |= {end for source, _, target in stated for end in (source, target)}
    edges = [
        replace(edge, quotes=stated.get((edge.source, edge.predicate, edge.target), ()))
        for edge in contents.edges
        if (edge.source, edge.predicate, edge.target) in stated
        or (not edge.quotes and {edge.source, edge.target} & named)
    ]
    named |= {end for edge in edges for end in (edge.source, edge.target)}
    return Contents(
        nodes=tuple(_said(node, ids, labels) for node in contents.nodes if node.id in named),
        edges=tuple(edges),
        figures=tuple(row for row in contents.figures if row.quote.speech in ids),
        speeches=speeches,
    )


def _said(node: Node, ids: set[str], labels: set[str]) -> Node:
    return replace(
        node,
        speeches=tuple(one for one in node.speeches if one in labels),
        quotes=tuple(quote for quote in node.quotes if quote.speech in ids),
    )
