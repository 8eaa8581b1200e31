import pytest

from tests.extract.sentence_facts import mentions_in, things


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展地方金融组织规范整治行动。", ("Programme", "地方金融组织规范整治行动")),
        ("启动农民工就近就业三年行动。", ("Programme", "农民工就近就业三年行动")),
        (
            "实施百万高校毕业生等青年留渝来渝就业创业行动。",
            ("Programme", "百万高校毕业生等青年留渝来渝就业创业行动"),
        ),
        (
            "实施制造业技术改造升级和大规模设备更新工程。",
            ("Programme", "制造业技术改造升级和大规模设备更新工程"),
        ),
        ("出台优化营商环境条例。", ("Policy", "优化营商环境条例")),
        ("健全城乡一体全生命周期就业培训机制。", ("Mechanism", "城乡一体全生命周期就业培训机制")),
        ("谋划打造云山枢纽港产业园。", ("Place", "云山枢纽港产业园")),
        ("打造川渝地区铝制品原材料产业基地。", ("Place", "川渝地区铝制品原材料产业基地")),
        ("崇左至凭祥铁路建成通车。", ("Project", "崇左至凭祥铁路")),
        ("推动南宁吴圩机场三期投入使用。", ("Project", "南宁吴圩机场三期")),
        ("举办第26届茶博会。", ("Event", "第26届茶博会")),
        ("探索设立云山旅游多语种服务中心。", ("Place", "云山旅游多语种服务中心")),
        ("推动建成西部地区最大光伏材料生产基地。", ("Place", "光伏材料生产基地")),
    ],
)
def test_a_head_with_content_makes_a_name(text: str, expected: tuple[str, str]) -> None:
    assert expected in things(text)


@pytest.mark.parametrize(
    "text",
    [
        "推进重点项目建设，开展专项行动。",
        "引进一批项目，服务相关企业。",
        "搭建各类平台，建设产业园区。",
        "完善长效机制，落实各项政策。",
        "举办招聘活动1219场。",
        "新建高标准农田100万亩，改造农村公路150公里。",
        "推进重大项目前期工作。",
        "一季度开工项目13个。",
    ],
)
def test_general_words_name_nothing(text: str) -> None:
    assert things(text) == set()


def test_a_counted_thing_is_a_kind_and_no_name() -> None:
    assert things("建设现代农业产业园15个。") == set()


def test_plain_meetings_are_named_beside_a_proper_one() -> None:
    names = {name for _, name in things("云岭峰会、茶商大会等成果丰硕。")}
    assert names == {"云岭峰会", "茶商大会"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施规上工业技改试点15个。", ("Pilot", "规上工业技改试点")),
        ("建设秀山至酉阳油气外送通道。", ("Project", "秀山至酉阳油气外送通道")),
        ("打造面向中亚的黔北开放走廊。", ("Framework", "黔北开放走廊")),
        ("推动建成年产30万吨铝板带生产基地。", ("Project", "铝板带生产基地")),
        ("推进红枫湖灌区、乌江闸坝等重大水利工程。", ("Project", "红枫湖灌区")),
        ("我省健儿在第十二届全运会取得佳绩。", ("Event", "第十二届全运会")),
        ("建好国家碳计量中心（贵州）。", ("Body", "国家碳计量中心")),
        ("不良资产处置辅助管理系统上线运行。", ("Platform", "不良资产处置辅助管理系统")),
        ("引育黔江云谷产业基地等一批重大项目。", ("Project", "黔江云谷产业基地")),
        ("开工建设佳同铁路。", ("Project", "佳同铁路")),
    ],
)
def test_more_heads_name_by_what_is_said_of_them(text: str, expected: tuple[str, str]) -> None:
    assert expected in things(text)


def test_tools_of_policy_are_named_by_their_list() -> None:
    found = things("用足岗位补贴、技改贴息等存量政策，用好财政、货币等政策。")
    assert {name for cls, name in found if cls == "Policy"} == {"岗位补贴", "技改贴息"}


def test_what_is_said_of_a_programme_is_no_part_of_it() -> None:
    assert things("县域商业提升突破年行动效果显著。") == {("Programme", "县域商业提升突破年行动")}


def test_a_stage_belongs_to_the_name() -> None:
    assert ("Project", "红河核电一期") in things("红河核电一期投入商业运行。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加快建设绿色低碳高质量发展先行区。", ("Place", "绿色低碳高质量发展先行区")),
        ("国家云水文明试验区建设不断深化。", ("Place", "国家云水文明试验区")),
        ("加力实施茶机研发制造推广应用一体化试点。", ("Pilot", "茶机研发制造推广应用一体化试点")),
        ("深化实施企业上市升级工程。", ("Programme", "企业上市升级工程")),
        ("实施促进民间投资政策举措。", ("Policy", "促进民间投资政策举措")),
        ("深化境外人员服务便利化改革。", ("Programme", "境外人员服务便利化改革")),
        ("加大万兆光网试点推进力度。", ("Pilot", "万兆光网试点")),
        ("组建省茶业集团。", ("Enterprise", "省茶业集团")),
        ("加快云山大豆种子基地和暖温带种质资源库建设。", ("Project", "暖温带种质资源库")),
        ("办好携手云岭统计合作发展论坛。", ("Event", "携手云岭统计合作发展论坛")),
    ],
)
def test_plain_words_make_a_name_where_the_text_makes_the_thing(
    text: str, expected: tuple[str, str]
) -> None:
    assert expected in things(text)


@pytest.mark.parametrize(
    "text", ["强化风险隐患排查整治。", "完善监测帮扶体系。", "深化国资国企改革。", "打造新高地。"]
)
def test_what_is_done_everywhere_is_no_programme(text: str) -> None:
    assert things(text) == set()


def test_the_modifier_before_a_name_makes_another_spelling() -> None:
    (mention,) = mentions_in("实施高质量茶业富民行动。")
    assert (mention.name, mention.aliases) == ("茶业富民行动", ("高质量茶业富民行动",))


def test_a_region_makes_a_name_proper() -> None:
    assert things("高水平建设江淮粮仓。") == {("Framework", "江淮粮仓")}
    assert things("建设粮仓。") == set()
