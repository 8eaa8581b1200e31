"""Wordings of indicators find the one concept they mean."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.extract.measures import units as known_units
from kg.rdf.terms import term
from kg.resolve.indicators import indicator_of, scheme
from kg.resolve.names import key, slug
from kg.resources import ontology


@pytest.mark.parametrize(
    ("wording", "label"),
    [
        ("地区生产总值", "地区生产总值"),
        ("GDP", "地区生产总值"),
        ("gdp", "地区生产总值"),
        ("固投", "固定资产投资"),
        ("全市规上工业增加值", "规上工业增加值"),
        ("规模以上工业增加值", "规上工业增加值"),
        ("全社会研发经费投入强度", "研发经费投入强度"),
        ("PM2.5浓度", "PM2.5平均浓度"),
        ("实现地区生产总值", "地区生产总值"),
        ("人均GDP", "人均地区生产总值"),
        ("PM_2.5年均浓度", "PM2.5平均浓度"),
        ("高速铁路运营里程", "高铁运营里程"),
        ("专精特新“小巨人”", "专精特新“小巨人”企业"),
    ],
)
def test_a_wording_finds_the_shared_concept(wording: str, label: str) -> None:
    found = indicator_of(wording)
    assert found.defined and found.label == label


def test_a_wording_that_nobody_shares_is_a_concept_of_its_own() -> None:
    found = indicator_of("柚子汁产量")
    assert not found.defined
    assert (found.id, found.label) == ("indicator/柚子汁产量", "柚子汁产量")


def test_the_area_is_no_part_of_the_concept() -> None:
    assert indicator_of("全县柚子产量") == indicator_of("柚子产量")
    assert indicator_of("全市").label == "全市"
    assert indicator_of("全国重点实验室").label == "全国重点实验室"


def test_what_only_looks_alike_stays_apart() -> None:
    labels = [indicator_of(one).label for one in ("工业增加值", "规上工业增加值", "工业总产值")]
    assert len(set(labels)) == 3
    assert indicator_of("贷款余额") != indicator_of("存款余额")
    assert indicator_of("高技术制造业增加值") != indicator_of("高技术产业增加值")
    # What was added in a year is not what there is.
    assert indicator_of("新增高新技术企业") != indicator_of("高新技术企业")
    assert indicator_of("人均地区生产总值") != indicator_of("地区生产总值")


def test_no_spelling_of_the_scheme_means_two_concepts() -> None:
    seen: dict[str, str] = {}
    for concept in scheme().values():
        for spelling in (concept.label, *concept.alt_labels):
            assert seen.setdefault(key(spelling), concept.id) == concept.id, spelling


def test_every_concept_has_an_id_of_its_name_a_chinese_and_an_english_label_and_a_unit() -> None:
    labels: dict[str, set[str]] = {}
    units: dict[str, list[str]] = {}
    for quad in ox.parse(path=str(ontology("indicators.ttl"))):
        subject, value = quad.subject, quad.object
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.Literal):
            if quad.predicate == term("skos:prefLabel"):
                labels.setdefault(subject.value, set()).add(value.language or "")
            if quad.predicate == term("kg:baseUnit"):
                units.setdefault(subject.value, []).append(value.value)
    for concept in scheme().values():
        assert concept.id == f"indicator/{slug(concept.label)}"
        iri = term(f"indicator:{slug(concept.label)}").value
        assert labels[iri] == {"zh", "en"}
        assert len(units[iri]) == 1
        for part in units[iri][0].split("/"):
            assert part in {unit.base for unit in known_units().values()}, (iri, part)


def test_a_broader_concept_is_one_of_the_scheme_and_no_circle_arises() -> None:
    broader: dict[str, str] = {}
    for quad in ox.parse(path=str(ontology("indicators.ttl"))):
        if quad.predicate == term("skos:broader"):
            broader[quad.subject.value] = quad.object.value
    known = {term(f"indicator:{slug(concept.label)}").value for concept in scheme().values()}
    for start in broader:
        path = [start]
        while path[-1] in broader:
            path.append(broader[path[-1]])
            assert path[-1] in known and len(path) == len(set(path))
