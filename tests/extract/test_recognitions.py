import pytest

from tests.extract.sentence_facts import things


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云山园区入选第二批国家碳达峰试点。", {"第二批国家碳达峰试点"}),
        ("县人民医院成功创建“三甲”。", {"三甲"}),
        ("获评“全国文明城市”。", {"全国文明城市"}),
        ("获农业农村部乡村治理典型案例。", {"乡村治理典型案例"}),
        ("授予云山市“世界茶旅卓越城市”称号。", {"世界茶旅卓越城市"}),
        ("获得国家支持政策28项。", set()),
        ("项目获批立项。", set()),
    ],
)
def test_recognitions_are_what_is_obtained(text: str, names: set[str]) -> None:
    assert {name for cls, name in things(text) if cls == "Recognition"} == names


def test_honours_given_one_each_share_their_ending() -> None:
    found = things("遵义、安顺分别入选国家海绵城市建设、中医药服务提升示范城市。")
    assert {name for cls, name in found if cls == "Recognition"} == {
        "国家海绵城市建设示范城市",
        "中医药服务提升示范城市",
    }


def test_an_assessment_passed_with_honours() -> None:
    found = things("水土保持目标责任考核连年获优。")
    assert ("Recognition", "水土保持目标责任考核") in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("惠企平台获评全国优化营商环境实践十佳案例。", "全国优化营商环境实践十佳案例"),
        ("遵义成为我国第九个“世界名茶之都”。", "世界名茶之都"),
    ],
)
def test_an_honour_may_hold_a_verb_or_a_quotation(text: str, name: str) -> None:
    assert ("Recognition", name) in things(text)


def test_a_first_prize_of_the_nation_is_obtained_without_a_verb_for_it() -> None:
    assert ("Recognition", "国家技术发明一等奖") in things("国家技术发明一等奖实现零的突破。")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("国家衔接推进乡村振兴补助资金绩效评价“五连A”。", "国家衔接推进乡村振兴补助资金绩效评价"),
        ("全省营商环境测评居全省第一。", "全省营商环境测评"),
        ("连续三年蝉联全省县域经济先进县。", "全省县域经济先进县"),
        ("云岭镇入列中国百强镇。", "中国百强镇"),
        ("荣登全国投资潜力百强县榜首。", "全国投资潜力百强县"),
        ("连续五年位居全国科技百强县榜首。", "全国科技百强县"),
    ],
)
def test_assessments_and_lists_that_ended_well(text: str, name: str) -> None:
    assert ("Recognition", name) in things(text)


def test_what_was_built_is_no_honour() -> None:
    found = things("建成国家级云岭知识产权保护中心。")
    assert not any(cls == "Recognition" for cls, _ in found)
