import pytest

from tests.extract.sentence_facts import mentions_in, things


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("发展银发经济、冰雪经济等新产业。", {"银发经济", "冰雪经济"}),
        ("瞄准低空经济、生物医药等领域攻坚突破。", {"低空经济", "生物医药"}),
        ("培育壮大智能网联新能源汽车产业。", {"智能网联新能源汽车产业"}),
        ("大力发展赛事经济和演艺经济。", {"赛事经济", "演艺经济"}),
        ("新能源汽车产值增长38.5%。", set()),
        ("发展民营经济，壮大县域经济。", set()),
    ],
)
def test_industries_are_what_a_unit_develops(text: str, names: set[str]) -> None:
    assert {name for cls, name in things(text) if cls == "Industry"} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "推动钢铁、化工、精密铸件等产业提质升级。",
            {"钢铁", "化工", "精密铸件"},
        ),
        (
            "前瞻布局量子科技、具身智能和人形机器人、深海采矿等细分赛道。",
            {"量子科技", "具身智能和人形机器人", "深海采矿"},
        ),
        ("大力发展平台型服务业。", {"平台型服务业"}),
        ("人工智能产业加速成长。", {"人工智能产业"}),
        ("优化算力产业布局。", {"算力"}),
        ("推进养老、托育等产业园区建设。", set()),
        ("新能源产业增加值增长9%。", set()),
    ],
)
def test_lists_and_openings_tell_industries(text: str, names: set[str]) -> None:
    assert {name for cls, name in things(text) if cls == "Industry"} == names


def test_an_industry_is_the_same_without_the_word_for_it() -> None:
    (mention,) = mentions_in("培育壮大氢能产业。")
    assert (mention.name, mention.aliases) == ("氢能产业", ("氢能",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("大力发展新型电池、生物制造、氢能。", {"新型电池", "生物制造", "氢能"}),
        ("大力发展定制农业。", {"定制农业"}),
        ("拓展低空经济应用场景。", {"低空经济"}),
        (
            "民宿经济、演唱会经济、微短剧等新业态蓬勃发展。",
            {"民宿经济", "演唱会经济", "微短剧"},
        ),
        ("深化药品、医疗器械、化妆品等监管改革。", set()),
        ("支持新能源汽车企业发展。", set()),
    ],
)
def test_industries_beside_known_ones_and_in_what_is_done(text: str, names: set[str]) -> None:
    assert {name for cls, name in things(text) if cls == "Industry"} == names
