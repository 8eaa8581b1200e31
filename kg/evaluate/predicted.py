"""What a graph says inside one passage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from kg.errors import FayanError
from kg.evaluate.claims import (
    UNIT,
    Claims,
    EntityClaim,
    FigureClaim,
    RelationClaim,
    figure_claim,
)
from kg.evaluate.gold import GROUPS, GoldPassage
from kg.rdf.contents import Contents, FigureRow, Node, Quote, SpeechRow
from kg.records import Kind, Predicate

KINDS = {
    Kind.LEVEL: "level",
    Kind.GROWTH: "growth",
    Kind.SHARE: "share",
    Kind.RANK: "rank",
    Kind.POINT_CHANGE: "points",
}
"""The guide's word for each kind of figure."""

COMPARATORS = {"Equal": "=", "AtLeast": ">=", "AtMost": "<=", "About": "~"}
"""The guide's sign for each comparator."""

_FAMILIES: dict[str, str] = {
    Predicate.ALIGNS_WITH: "aligns",
    Predicate.IMPLEMENTS: "carries",
    Predicate.CREATES: "carries",
    Predicate.HOSTS: "carries",
    Predicate.ISSUES: "carries",
    Predicate.ADVANCES: "carries",
    Predicate.SIGNS: "carries",
    Predicate.SUPPORTS: "partners",
    Predicate.COOPERATES_WITH: "partners",
    Predicate.ATTRACTS: "partners",
    Predicate.BUILDS: "builds",
    Predicate.RECOGNISED_AS: "recognised",
    Predicate.LOCATED_IN: "located",
    Predicate.LEADS: "leads",
}
_TURNED_TO = frozenset({Predicate.SUPPORTS, Predicate.ATTRACTS})
_PARTNERS = frozenset({"unit", "enterprise", "body"})


def family(predicate: str, object_group: str) -> str:
    """The guide's family of a predicate, "" for one that the guide does not score.

    `object_group` is the guide's group of the object: whoever supports or attracts a project
    carries it, since the guide's partners are enterprises, bodies and other units.
    """
    if predicate in _TURNED_TO and object_group not in _PARTNERS:
        return "carries"
    return _FAMILIES.get(predicate, "")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a passage is, and the node of the unit it is about (None where the graph has none)."""

    speeches: tuple[SpeechRow, ...]
    holds: Callable[[Quote], bool]
    unit: Node | None


def of_graph(contents: Contents, passage: GoldPassage) -> Claims:
    """What the graph says inside `passage`: figures, things and relations quoted from it.

    The unit that the passage is about counts as said, and so does the speaker of a whole speech or
    of a byline inside the passage: the graph names them at the speech. Raises FayanError where the
    graph holds no such speech or file.
    """
    place = _place(contents, passage)
    speakers = _speakers(contents, passage, place)
    nodes = {node.id: node for node in contents.nodes}
    return Claims(
        tuple(_figure(row) for row in contents.figures if place.holds(row.quote)),
        tuple(
            EntityClaim(node.group.lower(), _names(node, place), False, _shown(node))
            for node in contents.nodes
            if node.group.lower() in GROUPS and _is_said(node, place, speakers)
        ),
        _relations(contents, nodes, place),
    )


def _is_said(node: Node, place: _Place, speakers: set[str]) -> bool:
    if place.unit is not None and node.id == place.unit.id:
        return True
    return node.id in speakers or any(map(place.holds, node.quotes))


def _speakers(contents: Contents, passage: GoldPassage, place: _Place) -> set[str]:
    """The officials (by id) whose speech or whose byline the passage holds."""
    names = {speech.official for speech in place.speeches} if passage.span is None else set()
    spoke = {node.id for node in contents.nodes if node.group == "Official" and node.label in names}
    leads = (edge for edge in contents.edges if edge.predicate == Predicate.LEADS)
    return spoke | {edge.source for edge in leads if any(map(place.holds, edge.quotes))}


def _place(contents: Contents, passage: GoldPassage) -> _Place:
    units = _units(contents)
    span = passage.span
    if span is None:
        unit = units.get(passage.docid)
        names = {passage.docid} | ({unit.label, *unit.alt_labels} if unit else set())
        speeches = tuple(
            speech
            for speech in contents.speeches
            if speech.unit in names or speech.label == passage.docid
        )
        labels = {name for speech in speeches for name in (speech.id, speech.label)}

        def holds(quote: Quote) -> bool:
            return quote.speech in labels
    else:
        file, start, end = passage.file, span.start, span.end

        def holds(quote: Quote) -> bool:
            return quote.file == file and start <= quote.start and quote.end <= end

        speeches = tuple(speech for speech in contents.speeches if speech.file == file)
        told = {quote.speech for node in contents.nodes for quote in node.quotes if holds(quote)}
        # A file may hold several speeches; without a quote to go by, any of them may be meant.
        speeches = (
            tuple(speech for speech in speeches if {speech.id, speech.label} & told) or speeches
        )

    if not speeches:
        raise FayanError(f"the graph holds no speech of the passage {passage.docid}")
    return _Place(speeches, holds, units.get(speeches[0].unit))


def _units(contents: Contents) -> dict[str, Node]:
    """The units by every name; a chief name goes before another unit's other name."""
    units = [node for node in contents.nodes if node.group == "Unit"]
    other = {name: node for node in units for name in node.alt_labels}
    return other | {node.label: node for node in units}


def _names(node: Node, place: _Place) -> tuple[str, ...]:
    own = (node.label, *node.alt_labels)
    return (*own, UNIT) if place.unit is not None and node.id == place.unit.id else own


def _shown(node: Node) -> str:
    return f"{node.group.lower()} {node.label}"


def _figure(row: FigureRow) -> FigureClaim:
    return figure_claim(
        (row.indicator_text, row.indicator),
        KINDS[Kind(row.kind)],
        COMPARATORS[row.comparator],
        Decimal(row.value),
        row.unit_text,
    )


def _relations(
    contents: Contents, nodes: dict[str, Node], place: _Place
) -> tuple[RelationClaim, ...]:
    """One claim for two things and a family, however many predicates of it join them."""
    found: dict[tuple[str, str, str], RelationClaim] = {}
    for edge in contents.edges:
        if edge.source not in nodes or edge.target not in nodes:
            continue
        source, target = nodes[edge.source], nodes[edge.target]
        scored_as = family(edge.predicate, target.group.lower())
        if scored_as and any(map(place.holds, edge.quotes)):
            shown = f"{source.label} {scored_as} {target.label} ({edge.predicate})"
            claim = RelationClaim(scored_as, _names(source, place), _names(target, place), shown)
            found.setdefault((scored_as, source.id, target.id), claim)
    return tuple(found.values())
