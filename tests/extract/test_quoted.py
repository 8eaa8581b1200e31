import pytest

from tests.extract.sentence_facts import mentions_in, things


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("深入实施“千亩茶园、百里画廊”工程。", ("Programme", "千亩茶园、百里画廊工程")),
        ("对标“12345”现代制造业产业集群。", ("Framework", "12345现代制造业产业集群")),
        ("紧扣全市“789”目标。", ("Framework", "789目标")),
        ("锚定“再造一个云山工业”目标。", ("Framework", "再造一个云山工业")),
        ("围绕“五区一高地”建设。", ("Framework", "五区一高地")),
        ("升级打造“山城小面”品牌。", ("Brand", "山城小面")),
        ("打造“云上茶乡”区域公用品牌。", ("Brand", "云上茶乡区域公用品牌")),
        ("推行“一站三员”议事机制。", ("Mechanism", "一站三员议事机制")),
        ("上线“云山办”应用。", ("Platform", "云山办应用")),
        ("以“强镇带村”试点为契机推动融合。", ("Pilot", "强镇带村试点")),
        ("落实数字化转型“焕新聚能”行动。", ("Programme", "焕新聚能行动")),
        ("迭代“渝悦·安居”应用。", ("Platform", "渝悦·安居应用")),
        ("编制县级“十五五”规划。", ("Policy", "十五五规划")),
        ("探索“园区+基金+项目”产业创新模式。", ("Mechanism", "园区+基金+项目产业创新模式")),
    ],
)
def test_a_quotation_with_its_head_is_named(text: str, expected: tuple[str, str]) -> None:
    assert things(text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "推动固投“转正”。",
        "牵住促消费“牛鼻子”。",
        "让企业家在“C位”出彩。",
        "着眼城市“缺位”补功能短板。",
        "“一盘棋”抓招商。",
        "奋力夺取“开门红”。",
        "工作跑出“加速度”。",
        "实现“零的突破”。",
        "粮食产量实现“二十二连丰”。",
        "跑赢“下半场”。",
        "做到“两个维护”。",
        "“十四五”时期成就显著。",
    ],
)
def test_a_quotation_that_stresses_names_nothing(text: str) -> None:
    assert things(text) == set()


def test_the_span_covers_quotes_and_head_and_the_inner_words_are_an_alias() -> None:
    text = "深入实施“智融惠通”工程。"
    (mention,) = mentions_in(text)
    assert text[mention.start : mention.end] == "“智融惠通”工程"
    assert mention.aliases == ("智融惠通",)


def test_an_adjective_in_quotes_is_no_alias() -> None:
    (mention,) = mentions_in("打造涉企政策“一站式”综合服务平台。")
    assert "一站式" not in mention.aliases


def test_a_place_before_the_quotation_is_a_thing_of_its_own() -> None:
    assert things("实施龙塘国家级旅游度假区“三大提升工程”。") == {
        ("Place", "龙塘国家级旅游度假区"),
        ("Programme", "三大提升工程"),
    }


def test_listed_quotations_take_their_class_from_the_marker() -> None:
    assert things("做优“云岭茶会”、“听见云山”等品牌。") == {
        ("Brand", "云岭茶会"),
        ("Brand", "听见云山"),
    }


def test_what_stands_before_a_quotation_is_another_spelling() -> None:
    (mention,) = mentions_in("落实数字化转型“焕新聚能”行动。")
    assert set(mention.aliases) == {"焕新聚能", "数字化转型焕新聚能行动"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动基层报表实现“一报通”。", ("Platform", "一报通")),
        ("扩大“安居贵阳”覆盖面。", ("Brand", "安居贵阳")),
        ("“云雾精品”销量持续增加。", ("Brand", "云雾精品")),
        ("“滇超”火爆出圈。", ("Event", "滇超")),
        ("“迎老乡、留老乡、助老乡”初见成效。", ("Programme", "迎老乡、留老乡、助老乡")),
        ("推广“七步法”经验。", ("Mechanism", "七步法")),
        ("发展“阳台经济”。", ("Industry", "阳台经济")),
        ("深化拓展“康养+”。", ("Programme", "康养+")),
        ("“云麦7号”连续三年高产。", ("Project", "云麦7号")),
        ("加快“云水长廊”生态保护工程建设。", ("Project", "云水长廊生态保护工程")),
    ],
)
def test_a_bare_quotation_is_named_by_its_form(text: str, expected: tuple[str, str]) -> None:
    assert expected in things(text)


@pytest.mark.parametrize(
    "text", ["实现了“自给自足”。", "“马上行动、真干实干”成为鲜明底色。", "坚持“四个全面”战略布局。"]
)
def test_a_slogan_is_none(text: str) -> None:
    assert things(text) == set()


def test_a_bare_count_keeps_what_stands_before_it() -> None:
    assert ("Programme", "高端肉牛百千工程") in things("深化高端肉牛“百千工程”。")


def test_a_known_policy_is_named_without_its_projects() -> None:
    assert things("优化实施“两重”项目。") == {("Policy", "两重")}
