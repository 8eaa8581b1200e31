"""The glossary: entries with their sources, found only by texts of their place."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.rdf.terms import PREFIXES
from kg.records import EntityClass
from kg.resolve import glossary
from kg.resolve.names import entity_id, key
from kg.resources import ontology


def test_every_entry_has_a_source_and_an_id_made_of_its_name() -> None:
    for entry in glossary.entries().values():
        assert entry.source.strip()
        assert entry.id == entity_id(entry.cls.group, entry.label)


def test_no_spelling_means_two_entries_of_one_place() -> None:
    seen: dict[tuple[str, str], str] = {}
    for entry in glossary.entries().values():
        for name in {key(one) for one in (entry.label, *entry.alt_labels)}:
            assert seen.setdefault((name, entry.area), entry.id) == entry.id, name


def test_every_whole_is_an_entry() -> None:
    for entry in glossary.entries().values():
        assert not entry.part_of or entry.part_of in glossary.entries()


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("33618", "33618"),
        ("“33618”现代制造业集群体系", "33618"),
        ("满天星", "满天星行动"),
        ("市人力社保局", "重庆市人力资源和社会保障局"),
        ("智改数转", "智改数转"),
    ],
)
def test_a_text_of_the_place_finds_an_entry_by_any_of_its_names(name: str, label: str) -> None:
    entry = glossary.find(name, "重庆市")
    assert entry is not None and entry.label == label


def test_a_text_of_another_place_finds_only_what_holds_for_the_country() -> None:
    assert glossary.find("33618", "山东省") is None
    assert glossary.find("市人力社保局", "山东省") is None
    assert glossary.find("满天星", "") is None
    assert glossary.find("智改数转", "山东省") is not None
    assert glossary.find("没有这个名字", "重庆市") is None


def test_the_parts_of_the_frameworks_are_those_that_were_announced() -> None:
    clusters = glossary.parts("initiative/33618")
    notes = [entry.cls for entry in clusters]
    assert notes == [EntityClass.INDUSTRY] * 12  # 3 + 3 + 6; the list of 18 is not verified
    assert {entry.label for entry in glossary.parts("initiative/六区一高地")} == {
        "西部地区高质量发展先行区",
        "内陆开放国际合作引领区",
        "全面深化改革先行区",
        "超大城市现代化治理示范区",
        "城乡融合乡村振兴示范区",
        "美丽中国建设先行区",
        "新时代市域党建新高地",
    }
    assert glossary.parts("initiative/满天星行动") == ()


@pytest.mark.parametrize(
    ("industry", "cluster"),
    [
        ("轻合金", "轻合金材料产业集群"),
        ("轻合金产业", "轻合金材料产业集群"),
        ("生物医药产业集群", "生物医药产业集群"),
        ("高端摩托车", "高端摩托车产业集群"),
        ("新型储能", "新能源及新型储能产业集群"),
    ],
)
def test_an_industry_lies_in_the_one_cluster_that_names_it(industry: str, cluster: str) -> None:
    entry = glossary.cluster_of(industry, "重庆市")
    assert entry is not None and entry.label == cluster


@pytest.mark.parametrize(
    ("industry", "region"),
    [
        ("新能源", "重庆市"),  # in two clusters
        ("轻合金", "山东省"),  # another place has no such clusters
        ("轻纺", "重庆市"),  # too short to tell
        ("产业集群", "重庆市"),
        ("文化旅游业", "重庆市"),
    ],
)
def test_an_industry_that_the_names_do_not_settle_lies_in_none(industry: str, region: str) -> None:
    assert glossary.cluster_of(industry, region) is None


def test_the_glossary_is_sound_skos() -> None:
    """Each concept is in one scheme, a top or a part, and has no name twice."""
    store = ox.Store()
    store.load(path=str(ontology("glossary.ttl")))
    for wrong in (
        "?x a skos:Concept . FILTER NOT EXISTS { ?x skos:inScheme ?s . ?s a skos:ConceptScheme }",
        "?x skos:inScheme ?s , ?other FILTER(?s != ?other)",
        "?x skos:topConceptOf ?s ; skos:broader ?y",
        "?x a skos:Concept FILTER NOT EXISTS { ?x skos:topConceptOf ?s }"
        " FILTER NOT EXISTS { ?x skos:broader/skos:topConceptOf ?s }",
        "?x skos:broader ?y FILTER NOT EXISTS { ?x kg:partOf ?y }",
        "?x kg:partOf ?y FILTER NOT EXISTS { ?x skos:broader ?y }",
        "?x skos:broader+ ?x",
        "?x skos:prefLabel ?l ; skos:altLabel|skos:hiddenLabel ?l",
        "?x skos:altLabel ?l ; skos:hiddenLabel ?l",
        "?x a skos:Concept FILTER NOT EXISTS { ?x dcterms:source ?s }",
    ):
        assert not store.query(f"ASK {{ {wrong} }}", prefixes=PREFIXES), wrong
    schemes = store.query("SELECT ?s { ?s a skos:ConceptScheme }", prefixes=PREFIXES)
    assert {row[0].value.rsplit("#")[1] for row in schemes} == {  # type: ignore[union-attr]
        "glossary",
        "frameworks",
        "departments",
    }


def test_what_could_not_be_verified_is_not_there() -> None:
    names = {one for row in glossary.entries().values() for one in (row.label, *row.alt_labels)}
    assert not names & {"685", "2335", "四个一批"}
    assert {"33618", "六区一高地", "两大定位", "416科技创新布局", "满天星行动", "小县大城"} <= names
