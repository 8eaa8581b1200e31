import pytest

from kg.extract.noun_phrases import any_noun, ends_in_predicate, following_name, opens_with_size


@pytest.mark.parametrize(
    ("text", "governed", "name"),
    [
        ("主题夜市带动就业。", True, "主题夜市"),
        ("重大科技攻关，企业牵头", True, "重大科技攻关"),
        ("民营企业实施兴村项目", False, "民营企业"),
        ("国家、市级重点研发平台，", False, "国家、市级重点研发平台"),
        ("的县医院达到三级水平", False, "县医院"),
        ("百亿项目完成投资", False, "百亿项目"),
        ("35万千瓦光热发电项目开工", False, "35万千瓦光热发电项目"),
        ("园区均获评优秀", False, "园区"),
        ("实施就业惠民工程，", True, "就业惠民工程"),
        ("和周边地区", False, ""),
    ],
)
def test_the_name_behind_a_number(text: str, governed: bool, name: str) -> None:
    assert following_name(text, whole_object=governed) == name


def test_any_noun_takes_the_first() -> None:
    assert any_noun("参与活动，收获好评") == "参与活动"
    assert any_noun("，") == ""


def test_a_predicate_is_told_from_an_activity() -> None:
    assert ends_in_predicate("机场三期建成投运")
    assert not ends_in_predicate("工业投资")


def test_a_size_opens_a_name() -> None:
    assert opens_with_size("10万吨再生铝项目")
    assert not opens_with_size("再生铝项目")
