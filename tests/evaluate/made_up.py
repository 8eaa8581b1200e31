"""A small made-up graph and its annotation, shared by the tests of this folder."""

from pathlib import Path

from kg.evaluate.gold import GoldPassage, read_gold
from kg.rdf.contents import Contents, Edge, FigureRow, Node, Quote, SpeechRow

PAGE = "2026-01-page.txt"
EAST, WEST = "speech/东山县-1", "speech/西山县-1"


def quote(start: int, speech: str = EAST, file: str = PAGE) -> Quote:
    return Quote(speech, start, start + 20, "（一句话）", file)


def node(cls: str, label: str, *quotes: Quote, group: str = "", alt: tuple[str, ...] = ()) -> Node:
    return Node(f"{cls}/{label}", label, cls, group or cls, alt, "", (), quotes)


def edge(source: Node, predicate: str, target: Node, *quotes: Quote) -> Edge:
    return Edge(source.id, predicate, target.id, "Reported", quotes)


def figure(
    text: str,
    value: str,
    unit: str,
    where: Quote,
    *,
    kind: str = "Level",
    indicator: str = "",
) -> FigureRow:
    return FigureRow(
        id=f"observation/{text}-{value}",
        unit="东山县",
        indicator=indicator or text,
        indicator_text=text,
        kind=kind,
        comparator="Equal",
        value=value,
        unit_text=unit,
        amount="",
        base_unit="",
        area="",
        period="",
        whole="",
        about="",
        status="Reported",
        quote=where,
    )


def speech(name: str, unit: str, official: str, file: str = PAGE) -> SpeechRow:
    return SpeechRow(name, f"{unit}的发言", "", unit, official, (), "", "", file)


def graph(
    *nodes: Node, edges: tuple[Edge, ...] = (), figures: tuple[FigureRow, ...] = ()
) -> Contents:
    """A graph of two speeches, of 东山县 at offsets below 1000 and of 西山县 from there on."""
    units = (
        node("District", "东山县", group="Unit", alt=("东山",)),
        node("District", "西山县", group="Unit"),
        node("Official", "李明"),
        node("Official", "王芳"),
    )
    speeches = (speech(EAST, "东山县", "李明"), speech(WEST, "西山县", "王芳"))
    return Contents((*units, *nodes), edges, figures, speeches)


def gold(folder: Path, text: str, name: str = "gold.tsv") -> tuple[GoldPassage, ...]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_gold(path)
