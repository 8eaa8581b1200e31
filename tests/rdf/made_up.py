"""A small made-up body of knowledge that uses every class, relation and field once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kg.records import (
    Comparator,
    Entity,
    EntityClass,
    Figure,
    Holding,
    Indicator,
    Kind,
    Knowledge,
    Observation,
    Passage,
    Predicate,
    ResolvedMeeting,
    ResolvedSpeech,
    SourceFile,
    Span,
    Statement,
    Status,
)

PAGE = "发言 摘登#1.txt"
SPEECH = "speech/2025-04-24-东山县"
EAST, WEST, BUREAU = "unit/东山县", "unit/西山区", "unit/河州市教育局"
PERSON, POST, MEETING = "official/东山县-李明", "post/东山县委书记", "meeting/例会-2025-04-24"
FRAMEWORK, PLAN = "initiative/三区一地", "initiative/满园行动"
FIGURE = "observation/2025-04-24-东山县-120"
GDP = "indicator/地区生产总值"
_OTHER_CLASSES = {
    EntityClass.UNIT: "unit/河州海事",
    EntityClass.ENTERPRISE: "enterprise/大河集团",
    EntityClass.BODY: "body/河州大学",
    EntityClass.PROJECT: "project/东山水库项目",
    EntityClass.INITIATIVE: "initiative/强基",
    EntityClass.MECHANISM: "initiative/链长制",
    EntityClass.PILOT: "initiative/小城试点",
    EntityClass.PLATFORM: "initiative/云上平台",
    EntityClass.BRAND: "initiative/东山柚",
    EntityClass.POLICY: "initiative/实施方案",
    EntityClass.EVENT: "initiative/柚子节",
    EntityClass.INDUSTRY: "industry/轻纺",
    EntityClass.PLACE: "place/东山港",
    EntityClass.RECOGNITION: "recognition/绿色工厂",
}


def passage(start: int, quote: str, speech: str = SPEECH) -> Passage:
    return Passage(PAGE, Span(start, start + len(quote)), quote, speech)


def entity(identifier: str, cls: EntityClass) -> Entity:
    return Entity(identifier, cls, identifier.split("/")[1])


def entities() -> tuple[Entity, ...]:
    rows = [
        Entity(EAST, EntityClass.DISTRICT, "东山县", ("东山",), "990101", ("东山: short form",)),
        entity(WEST, EntityClass.DISTRICT),
        entity(BUREAU, EntityClass.DEPARTMENT),
        Entity(PERSON, EntityClass.OFFICIAL, "李明"),
        entity(POST, EntityClass.POST),
        Entity(MEETING, EntityClass.MEETING, "例会"),
        entity(FRAMEWORK, EntityClass.FRAMEWORK),
        entity(PLAN, EntityClass.PROGRAMME),
        *(entity(identifier, cls) for cls, identifier in _OTHER_CLASSES.items()),
    ]
    return tuple(sorted(rows, key=lambda row: row.id))


def statements() -> tuple[Statement, ...]:
    ends = {
        Predicate.LEADS: (PERSON, EAST),
        Predicate.PART_OF: (PLAN, FRAMEWORK),
        Predicate.BUILDS: ("enterprise/大河集团", "project/东山水库项目"),
        Predicate.LOCATED_IN: ("project/东山水库项目", EAST),
        Predicate.DEVELOPS: (EAST, "industry/轻纺"),
        Predicate.ALIGNS_WITH: (EAST, FRAMEWORK),
        Predicate.COOPERATES_WITH: (EAST, WEST),
    }
    rows = []
    for number, predicate in enumerate(Predicate):
        subject, target = ends.get(predicate, (EAST, "initiative/强基"))
        said = (passage(300 + 20 * number, f"东山县的第{number}句话。"),)
        known = predicate is Predicate.PART_OF
        rows.append(
            Statement(
                subject,
                predicate,
                target,
                passages=() if known else said,
                status=Status.PLANNED if predicate is Predicate.ADVANCES else Status.REPORTED,
                rules=() if known else ("verb",),
                source="a register" if known else "",
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.subject, row.predicate, row.object)))


def observation(value: str = "5.67", kind: Kind = Kind.LEVEL) -> Observation:
    return Observation(
        start=20,
        end=26,
        sentence_start=10,
        sentence_end=40,
        indicator="GDP",
        kind=kind,
        comparator=Comparator.AT_LEAST,
        value=Decimal(value),
        unit_text="亿元",
        amount=Decimal(value) * 10**8,
        base_unit="元",
        area="全县",
        period="2025-Q1",
        whole="全市",
        status=Status.TARGET,
    )


def figure(identifier: str = FIGURE, start: int = 100, unit: str = EAST) -> Figure:
    said = passage(start, "一季度GDP超过5.67亿元。")
    return Figure(identifier, unit, GDP, "project/东山水库项目", said, observation())


def knowledge(*more_figures: Figure) -> Knowledge:
    speech = ResolvedSpeech(
        id=SPEECH,
        label="东山县李明的发言",
        file=PAGE,
        headline="干字当头 开创新局",
        unit=EAST,
        official=PERSON,
        meeting=MEETING,
        spoken_on=date(2025, 4, 24),
        mentions=tuple(
            (row.id, passage(40, "我们围绕三区一地，推进满园行动。")) for row in entities()
        ),
    )
    return Knowledge(
        files=(SourceFile(PAGE, "……", "ab" * 32, "utf-8"),),
        meetings=(ResolvedMeeting(MEETING, date(2025, 4, 24), passage(0, "会议通告。", "")),),
        speeches=(speech,),
        entities=entities(),
        holdings=(Holding(PERSON, POST, EAST),),
        statements=statements(),
        indicators=(Indicator(GDP, "地区生产总值", ("GDP",), defined=True),),
        figures=tuple(sorted((figure(), *more_figures), key=lambda row: row.id)),
    )
