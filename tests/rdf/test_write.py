"""What is known becomes triples: each fact once, with its evidence, numbers as written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.rdf.store import query, store_of
from kg.rdf.write import plain_decimal, triples
from kg.records import Holding, Status
from tests.rdf.made_up import BUREAU, EAST, PERSON, POST, figure, knowledge, observation


@pytest.fixture(scope="module")
def store() -> ox.Store:
    return store_of(triples(knowledge()))


def ask(store: ox.Store, pattern: str) -> bool:
    return bool(query(store, f"ASK {{ {pattern} }}"))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("5.670", "5.67"),
        ("96", "96"),
        ("100", "100"),
        ("-20.0", "-20"),
        ("0.50", "0.5"),
        ("0", "0"),
        ("1E+3", "1000"),
        ("5.67E+12", "5670000000000"),
        ("1E-7", "0.0000001"),
    ],
)
def test_decimals_are_written_short_and_without_exponents(number: str, text: str) -> None:
    assert plain_decimal(Decimal(number)) == text


def test_a_relation_is_stated_plainly_and_again_with_its_passage(store: ox.Store) -> None:
    assert ask(store, "unit:东山县 kg:alignsWith initiative:三区一地")
    assert ask(
        store,
        """?statement a kg:Statement ; rdf:subject unit:东山县 ; rdf:predicate kg:alignsWith ;
        rdf:object initiative:三区一地 ; kg:status kg:Reported ; kg:rule "verb" ; kg:evidence ?p .
        ?p nif:beginIndex 320 ; nif:endIndex 329 ; kg:quote "东山县的第1句话。"@zh ;
        nif:referenceContext/rdfs:label "发言 摘登#1.txt" ; kg:inSpeech speech:2025-04-24-东山县""",
    )


def test_a_relation_from_the_glossary_names_its_source_instead(store: ox.Store) -> None:
    assert ask(store, '?s rdf:predicate kg:partOf ; dcterms:source "a register"')
    assert not ask(store, "?s rdf:predicate kg:partOf ; kg:evidence ?p")


def test_a_figure_says_what_was_written_and_what_it_comes_to(store: ox.Store) -> None:
    assert ask(
        store,
        """unit:东山县 kg:reports ?o . ?o kg:value 5.67 ; kg:unitText "亿元" ;
        kg:amount 567000000.0 ; kg:baseUnit "元" ; kg:comparator kg:AtLeast ; kg:kind kg:Level ;
        kg:status kg:Target ; kg:area "全县" ; kg:period "2025-Q1" ; kg:shareOf "全市" ;
        kg:indicator/rdfs:label "地区生产总值"@zh ; kg:indicatorText "GDP"@zh ;
        kg:about project:东山水库项目 ; kg:evidence/kg:quote "一季度GDP超过5.67亿元。"@zh""",
    )


@pytest.mark.parametrize(
    ("base", "codes"),
    [
        ("吨", {'kg:unitCode "t"', "kg:qudtUnit qudt-unit:TONNE"}),
        ("微克/立方米", {'kg:unitCode "ug/m3"', "kg:qudtUnit qudt-unit:MicroGM-PER-M3"}),
        ("%", {'kg:unitCode "%"', "kg:qudtUnit qudt-unit:PERCENT"}),
        ("元", {"kg:qudtUnit qudt-unit:CCY_CNY"}),
        ("人次", set()),
    ],
)
def test_a_unit_that_others_know_has_their_codes(base: str, codes: set[str]) -> None:
    weighed = replace(figure(), observation=replace(observation(), base_unit=base))
    store = store_of(triples(replace(knowledge(), figures=(weighed,))))
    assert all(ask(store, f"?o a kg:Observation ; {code}") for code in codes)
    for name in ("unitCode", "qudtUnit"):
        assert ask(store, f"?o kg:{name} ?any") == any(name in code for code in codes)


def test_what_a_figure_does_not_say_is_left_out() -> None:
    bare = replace(observation(), area="", period="", whole="", unit_text="", base_unit="")
    body = replace(knowledge(), figures=(replace(figure(), about="", observation=bare),))
    predicates = {triple.predicate.value.split("#")[-1] for triple in triples(body)}
    assert not predicates & {"area", "period", "shareOf", "unitText", "baseUnit", "about"}
    assert not predicates & {"unitCode", "qudtUnit"}


def test_an_official_holds_posts_and_a_post_may_be_in_no_known_unit(store: ox.Store) -> None:
    assert ask(store, "official:东山县-李明 org:holds/org:postIn unit:东山县")
    more = replace(knowledge(), holdings=(Holding(PERSON, POST, ""),))
    assert not ask(store_of(triples(more)), "?post org:postIn ?unit")


def test_a_speech_names_who_where_when_and_every_thing_it_mentions(store: ox.Store) -> None:
    assert ask(
        store,
        """?s a kg:Speech ; kg:deliveredBy official:东山县-李明 ; kg:onBehalfOf unit:东山县 ;
        kg:atMeeting ?m ; kg:headline "干字当头 开创新局"@zh ; dcterms:date "2025-04-24"^^xsd:date ;
        dcterms:source ?file ; kg:mentions recognition:绿色工厂 .
        ?m dcterms:date "2025-04-24"^^xsd:date ; kg:evidence/kg:quote "会议通告。"@zh""",
    )
    assert not ask(store, '?p kg:quote "会议通告。"@zh ; kg:inSpeech ?s')


def test_a_division_has_its_code_and_its_other_names_with_the_reason(store: ox.Store) -> None:
    assert ask(
        store,
        """unit:东山县 kg:divisionCode "990101" ; skos:altLabel "东山"@zh ;
        kg:mergedBecause "东山: short form"@zh""",
    )
    assert not ask(store, "unit:西山区 kg:divisionCode ?code")


def test_every_fact_is_written_once() -> None:
    """Only what many facts share, a passage and a file, comes again."""
    body = knowledge()
    again = replace(body, statements=body.statements[:1], speeches=(), figures=())
    assert len(set(triples(again))) == len(set(triples(replace(again, files=again.files * 2))))


def test_a_statement_that_is_planned_says_so(store: ox.Store) -> None:
    assert ask(store, "?s rdf:predicate kg:advances ; kg:status kg:Planned")
    assert Status.PLANNED.value == "Planned"
    assert {EAST, BUREAU} <= {row.id for row in knowledge().entities}
