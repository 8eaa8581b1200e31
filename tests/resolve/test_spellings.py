"""Which mentions name the same thing, and which only look alike."""

from __future__ import annotations

from kg.records import EntityClass, Mention
from kg.resolve.spellings import (
    core_merges,
    identity,
    official_identity,
    quoted_core,
    unit_identity,
)
from tests.resolve.made_up import mention, speech


def named(
    body: str, name: str, cls: EntityClass, region: str = "浙江省", unit: str = "萧山区"
) -> tuple[str, str]:
    """The identity of a mention, as what must be equal for equal things."""
    found = identity(mention(body, name, cls), speech(body, unit, region))
    return found.space, found.key


def test_the_legal_form_of_an_enterprise_does_not_count() -> None:
    body = "引进大河机械有限公司，大河机械投产。"
    assert named(body, "大河机械有限公司", EntityClass.ENTERPRISE) == named(
        body, "大河机械", EntityClass.ENTERPRISE
    )


def test_a_thing_is_the_same_whatever_group_a_rule_took_it_for() -> None:
    body = "建设东山港。"
    assert named(body, "东山港", EntityClass.PLACE) == named(body, "东山港", EntityClass.PROJECT)


def test_but_a_unit_and_a_thing_of_one_name_are_two() -> None:
    body = "河州海事。"
    assert named(body, "河州海事", EntityClass.UNIT) != named(body, "河州海事", EntityClass.BODY)


def test_a_division_is_a_unit_even_where_a_rule_took_it_for_a_place() -> None:
    body = "落户萧山区，来自余杭区。"
    for name in ("萧山区", "余杭区"):
        assert named(body, name, EntityClass.PLACE) == named(body, name, EntityClass.DISTRICT)


def test_a_framework_means_what_the_glossary_says_only_in_its_place() -> None:
    body = "聚焦“33618”现代制造业集群体系。"
    whole = Mention(2, 18, "33618现代制造业集群体系", EntityClass.FRAMEWORK)
    inside = identity(whole, speech(body, "某区", "重庆市"))
    outside = identity(whole, speech(body, "某区", "山东省"))
    assert inside.name == "33618" and inside.reason.startswith("术语表：")
    assert outside.name == "" and outside.key != inside.key


def test_a_hospital_is_that_of_the_speakers_county() -> None:
    body = "县人民医院获评。"
    east = named(body, "县人民医院", EntityClass.BODY, "重庆市", "忠县")
    west = named(body, "县人民医院", EntityClass.BODY, "重庆市", "丰都县")
    assert east != west and east[1] == "忠县人民医院"


def test_an_official_is_known_by_name_and_unit() -> None:
    assert official_identity("张伟", "忠县") == official_identity("张伟", "忠县")
    assert official_identity("张伟", "忠县").key != official_identity("张伟", "丰都县").key
    assert official_identity("张伟", "忠县").key != official_identity("张玮", "忠县").key


def test_a_unit_has_one_key_under_all_its_names() -> None:
    assert unit_identity("石柱县", "重庆市").key == unit_identity("石柱土家族自治县", "").key


def test_the_quoted_core_is_what_stands_in_quotes_before_a_head_noun() -> None:
    body = "围绕“685”目标，打造“一县一品”。"
    full = mention(body, "685目标", EntityClass.FRAMEWORK, "“685”目标")
    bare = mention(body, "一县一品", EntityClass.BRAND, "“一县一品”")
    given = speech(body)
    assert quoted_core(full, given) == "685"
    assert quoted_core(bare, given) == ""


def test_a_bare_core_means_the_full_name_where_all_full_names_agree() -> None:
    one = speech("围绕“685”目标。")
    whole = mention(one.text.characters, "685目标", EntityClass.FRAMEWORK, "“685”目标")
    assert core_merges([(whole, one)]) == {"685": "685目标"}
    other = speech("推进“685”行动。")
    second = mention(other.text.characters, "685行动", EntityClass.PROGRAMME, "“685”行动")
    assert core_merges([(whole, one), (second, other)]) == {}


def test_a_core_that_is_itself_the_key_merges_nothing() -> None:
    given = speech("推进“强基”工程。")
    whole = mention(given.text.characters, "强基工程", EntityClass.PROGRAMME, "“强基”工程")
    place = mention(given.text.characters, "强基工程", EntityClass.PLACE, "“强基”工程")
    assert core_merges([(place, given)]) == {}
    assert core_merges([(whole, given)]) == {"强基": "强基工程"}
