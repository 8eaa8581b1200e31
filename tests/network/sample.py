"""Made-up contents of any size, shaped like what a newspaper page of speeches gives."""

from __future__ import annotations

import random

from kg.rdf.contents import Contents, Edge, FigureRow, Node, Quote, SpeechRow

FILE = "发言摘登.txt"

# class, group, path of the id, how often it comes
THINGS = (
    ("Programme", "Initiative", "initiative", "工程", 6),
    ("Framework", "Initiative", "initiative", "体系", 2),
    ("Mechanism", "Initiative", "initiative", "机制", 4),
    ("Platform", "Initiative", "initiative", "平台", 3),
    ("Policy", "Initiative", "initiative", "实施方案", 2),
    ("Event", "Initiative", "initiative", "大会", 2),
    ("Project", "Project", "project", "项目", 6),
    ("Enterprise", "Enterprise", "enterprise", "集团", 5),
    ("Body", "Body", "body", "研究院", 2),
    ("Industry", "Industry", "industry", "产业", 3),
    ("Place", "Place", "place", "产业园", 4),
    ("Recognition", "Recognition", "recognition", "示范名单", 3),
)
PREDICATES = {
    "Initiative": ("alignsWith", "implements", "creates", "hosts", "issues"),
    "Project": ("advances", "signs", "attracts"),
    "Enterprise": ("supports", "cooperatesWith", "attracts"),
    "Body": ("cooperatesWith",),
    "Industry": ("develops",),
    "Place": ("creates", "advances"),
    "Recognition": ("recognisedAs",),
}
STEMS = "东西南北天地山川江河云海松竹梅兰金木水火土风雷电光"


def quote(text: str, start: int = 0, speech: str = "甲区", file: str = FILE) -> Quote:
    return Quote(speech=speech, start=start, end=start + len(text), text=text, file=file)


def node(
    id: str, label: str, cls: str = "Programme", group: str = "Initiative", **more: object
) -> Node:
    given = {"alt_labels": (), "code": "", "speeches": (), "quotes": ()} | more
    return Node(id=id, label=label, cls=cls, group=group, **given)  # type: ignore[arg-type]


def edge(
    source: str, predicate: str, target: str, *quotes: Quote, status: str = "Reported"
) -> Edge:
    return Edge(source, predicate, target, status, quotes)


def unit(name: str, **more: object) -> Node:
    return node(f"unit/{name}", name, "District", "Unit", **more)


def sample(units: int = 10, things: int = 220, seed: int = 1) -> Contents:
    """About `units + things + units` nodes and nearly twice as many edges as things."""
    draw = random.Random(seed)
    names = [f"{STEMS[i % 25]}{STEMS[(i // 25) % 25]}区" for i in range(units)]
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str], Edge] = {}
    figures = []
    place = 0

    def said(text: str, by: str) -> Quote:
        nonlocal place
        place += len(text) + 7
        return quote(text, place, f"{by}的发言")

    made = []
    for number in range(things):
        cls, group, path, ending, _ = draw.choices(THINGS, [row[4] for row in THINGS])[0]
        stem = "".join(draw.choices(STEMS, k=draw.choice((2, 2, 3, 4))))
        label = f"{stem}{number}{ending}"
        made.append((f"{path}/{label}", label, cls, group))
    for name in names:
        text = f"{name}围绕目标，扎实推进各项工作。"
        nodes[f"unit/{name}"] = unit(
            name, code="500000", speeches=(f"{name}的发言",), quotes=(said(text, name),)
        )
        person = f"official/{name}某"
        nodes[person] = node(person, f"{name[0]}某", "Official", "Official")
        edges[person, "leads", f"unit/{name}"] = edge(person, "leads", f"unit/{name}")
    for position, (id, label, cls, group) in enumerate(made):
        # a few things that many share, many that one unit has, and some that nothing is said of
        owners = draw.sample(names, min(units, 6)) if position % 37 == 0 else draw.choices(names)
        quotes = []
        for owner in owners if position % 9 else owners[:1]:
            text = f"{owner}加快建设{label}，一季度带动投资增长{position % 40}.5%。"
            quotes.append(said(text, owner))
            if position % 9 != 4:
                predicate = draw.choice(PREDICATES[group])
                edges[f"unit/{owner}", predicate, id] = edge(
                    f"unit/{owner}",
                    predicate,
                    id,
                    quotes[-1],
                    status=draw.choices(("Reported", "Planned"), (9, 1))[0],
                )
        nodes[id] = node(
            id,
            label,
            cls,
            group,
            alt_labels=(f"{label[:2]}简称",) if position % 5 == 0 else (),
            speeches=tuple(sorted({found.speech for found in quotes})),
            quotes=tuple(quotes),
        )
        other = draw.choice(made)
        if position % 3 == 0 and other[0] != id and position % 9 != 4:
            edges[id, "partOf", other[0]] = edge(id, "partOf", other[0], quotes[-1])
        if position % 2 == 0:
            figures.append(figure(position, owners[0], label, quotes[0]))
    return Contents(
        nodes=tuple(sorted(nodes.values(), key=lambda row: row.id)),
        edges=tuple(edges[key] for key in sorted(edges) if key[0] in nodes and key[2] in nodes),
        figures=tuple(figures),
        speeches=tuple(speech(name) for name in sorted(names)),
    )


def figure(number: int, unit: str, about: str, said: Quote) -> FigureRow:
    return FigureRow(
        id=f"observation/{number:04}",
        unit=unit,
        indicator="工业投资",
        indicator_text="工业投资",
        kind="Growth",
        comparator="Equal",
        value=f"{number % 40}.5",
        unit_text="%",
        amount=f"{number % 40}.5",
        base_unit="%",
        area="",
        period="2025-01-01/2025-03-31",
        whole="",
        about=about if number % 4 == 0 else "",
        status="Reported",
        quote=said,
    )


def speech(name: str) -> SpeechRow:
    return SpeechRow(
        id=f"speech/{name}",
        label=f"{name}的发言",
        headline=f"{name}推动高质量发展",
        unit=name,
        official=f"{name[0]}某",
        posts=(f"{name}区委书记",),
        meeting="例会",
        date="2025-04-24",
        file=FILE,
    )
