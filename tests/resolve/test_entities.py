"""One entity of many mentions: its class, its label, its other names and why."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.records import EntityClass
from kg.resolve.entities import Cluster, decide_class, make_entities, make_entity
from kg.resolve.spellings import Identity, unit_identity

PLATFORM, PROGRAMME, INITIATIVE = (
    EntityClass.PLATFORM,
    EntityClass.PROGRAMME,
    EntityClass.INITIATIVE,
)


def cluster(identity: Identity, *mentions: tuple[str, EntityClass]) -> Cluster:
    made = Cluster(identity)
    for name, cls in mentions:
        made.add(name, cls, identity)
    return made


@pytest.mark.parametrize(
    ("classes", "decided"),
    [
        ([PROGRAMME], PROGRAMME),
        ([PROGRAMME, PROGRAMME, PLATFORM], PROGRAMME),
        # any finer class beats the general one, however often that came
        ([INITIATIVE, INITIATIVE, PLATFORM], PLATFORM),
        ([INITIATIVE], INITIATIVE),
        # the group is decided first: two initiatives outvote two places only together
        ([PLATFORM, PROGRAMME, PROGRAMME, EntityClass.PLACE, EntityClass.PLACE], PROGRAMME),
        ([EntityClass.PLACE, EntityClass.PLACE, EntityClass.PLACE, PLATFORM], EntityClass.PLACE),
    ],
)
def test_the_class_is_that_of_most_mentions(
    classes: list[EntityClass], decided: EntityClass
) -> None:
    made = Cluster(Identity("thing", "强基"), classes=Counter(classes))
    assert decide_class(made) is decided


def test_the_class_of_a_register_or_the_glossary_decides() -> None:
    made = cluster(unit_identity("忠县", ""), ("忠县", EntityClass.PLACE))
    assert decide_class(made) is EntityClass.DISTRICT


def test_the_label_is_the_most_frequent_spelling_then_the_shortest() -> None:
    identity = Identity("thing", "大河机械", reason="去掉组织形式")
    company = EntityClass.ENTERPRISE
    entity = make_entity(
        cluster(
            identity, ("大河机械有限公司", company), ("大河机械", company), ("大河机械", company)
        )
    )
    assert (entity.label, entity.id) == ("大河机械", "enterprise/大河机械")
    assert entity.alt_labels == ("大河机械有限公司",)
    assert entity.merged == ("大河机械有限公司: 去掉组织形式",)
    tie = make_entity(cluster(identity, ("大河机械有限公司", company), ("大河机械", company)))
    assert tie.label == "大河机械"


def test_the_spelling_of_the_byline_is_the_label_and_the_official_name_makes_the_iri() -> None:
    identity = unit_identity("石柱县", "重庆市")
    made = cluster(identity, ("石柱县", EntityClass.DISTRICT), ("石柱", EntityClass.DISTRICT))
    made.preferred["石柱县"] += 1
    entity = make_entity(made)
    assert (entity.id, entity.label) == ("unit/石柱土家族自治县", "石柱县")
    assert entity.alt_labels == ("石柱", "石柱土家族自治县")
    assert entity.code == "500240"
    assert entity.merged == ("石柱: GB/T 2260 500240 石柱土家族自治县",)


def test_spellings_that_differ_in_quotes_say_so() -> None:
    identity = Identity("thing", "强基工程")
    made = cluster(identity, ("强基工程", PROGRAMME), ("“强基”工程", PROGRAMME))
    entity = make_entity(made)
    assert entity.label == "强基工程"
    assert entity.merged == ("“强基”工程: same name but for quotes, punctuation and width",)


def test_two_clusters_that_come_to_one_id_are_one_entity() -> None:
    body, company = EntityClass.BODY, EntityClass.ENTERPRISE
    one = cluster(Identity("thing", "大河集团"), ("大河集团", company))
    other = cluster(Identity("thing", "大河"), *[("大河集团", company)] * 2, ("大河集团", body))
    entities, ids = make_entities({("thing", "a"): one, ("thing", "b"): other})
    assert [entity.id for entity in entities] == ["enterprise/大河集团"]
    assert ids == {("thing", "a"): "enterprise/大河集团", ("thing", "b"): "enterprise/大河集团"}


def test_every_entity_is_there_once_sorted_and_every_cluster_has_an_id() -> None:
    clusters = {
        ("thing", name): cluster(Identity("thing", name), (name, PROGRAMME))
        for name in ("丙", "甲", "乙")
    }
    entities, ids = make_entities(clusters)
    assert [entity.id for entity in entities] == sorted(ids.values())
    assert set(ids) == set(clusters)


def test_no_entity_has_its_label_among_its_other_names() -> None:
    entity = make_entity(cluster(unit_identity("忠县", ""), ("忠县", EntityClass.DISTRICT)))
    assert entity.alt_labels == () and entity.merged == ()
