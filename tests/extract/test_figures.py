"""Figures of sentences, written `indicator | kind | comparator | value | unit`, one a line.

The expected lines are what a reader of the annotation guide writes down.
"""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.figures import extract_figures
from kg.extract.measures import units
from kg.extract.numerals import magnitude_factor
from kg.extract.sentences import sentences
from kg.records import EntityClass, Kind, Mention, Status
from tests.extract.figure_lines import lines, observations
from tests.extract.helpers import speech_of

CASES = [
    # what stands before the number
    ("规上工业增加值增长7.5%", ["规上工业增加值|growth|=|7.5|%"]),
    ("签约项目44个。", ["签约项目|level|=|44|个"]),
    ("引进亿元以上项目12个。", ["引进亿元以上项目|level|=|12|个"]),
    ("举办惠民活动2000余场次。", ["惠民活动|level|>=|2000|场次"]),
    ("科企转化率16%。", ["科企转化率|level|=|16|%"]),
    ("城镇新增就业47.3万人。", ["城镇新增就业|level|=|47.3|万人"]),
    ("固定资产投资突破百亿元。", ["固定资产投资|level|>=|100|亿元"]),
    ("GDP：520.3亿元，增长6％。", ["GDP|level|=|520.3|亿元", "GDP|growth|=|6|%"]),
    ("粮食产量稳定在760亿斤以上。", ["粮食产量|level|>=|760|亿斤"]),
    ("城镇调查失业率控制在5.4%以内。", ["城镇调查失业率|level|<=|5.4|%"]),
    ("规模以上工业企业接近2万家。", ["规模以上工业企业|level|<=|2|万家"]),
    ("全社会研发投入强度3.1%左右。", ["全社会研发投入强度|level|~|3.1|%"]),
    # what stands behind it
    ("建设9个园区。", ["园区|level|=|9|个"]),
    ("推动两只AIC投资基金落地。", ["AIC投资基金|level|=|2|只"]),
    ("实施167项重大科技攻关。", ["重大科技攻关|level|=|167|项"]),
    ("培育248个主题夜市带动就业。", ["主题夜市|level|=|248|个"]),
    ("玻纤、抽水蓄能等4个百亿项目开工。", ["百亿项目|level|=|4|个"]),
    ("育儿补贴惠及43万儿童。", ["儿童|level|=|43|万"]),
    ("千余家企业参展。", ["企业|level|>=|1000|家"]),
    (
        "1253家民营企业实施兴村产业项目1371个。",
        ["民营企业|level|=|1253|家", "兴村产业项目|level|=|1371|个"],
    ),
    (
        "20.3亿元以旧换新补贴拉动消费215亿元。",
        ["以旧换新补贴|level|=|20.3|亿元", "拉动消费|level|=|215|亿元"],
    ),
    # left out and carried on
    (
        "完成工业投资72.5亿元、增长10.2%。",
        ["工业投资|level|=|72.5|亿元", "工业投资|growth|=|10.2|%"],
    ),
    (
        "工业机器人产量增长35.3%、出口量居全国第2位。",
        ["工业机器人产量|growth|=|35.3|%", "工业机器人出口量|rank|=|2|位"],
    ),
    (
        "盘活土地1000余亩、厂房28.9万平方米。",
        ["盘活土地|level|>=|1000|亩", "盘活厂房|level|=|28.9|万平方米"],
    ),
    (
        "全省经营主体总量276万户，其中民营经营主体占97.2%。",
        ["经营主体总量|level|=|276|万户", "民营经营主体|share|=|97.2|%"],
    ),
    # coordination
    (
        "集成电路、高端装备产值分别增长26.5%、12.6%。",
        ["集成电路产值|growth|=|26.5|%", "高端装备产值|growth|=|12.6|%"],
    ),
    (
        "线上住宿、文体娱营业收入增长17.4%、17.9%。",
        ["线上住宿营业收入|growth|=|17.4|%", "文体娱营业收入|growth|=|17.9|%"],
    ),
    (
        "城乡居民人均可支配收入分别增长8.9%和9.5%。",
        ["城镇居民人均可支配收入|growth|=|8.9|%", "农村居民人均可支配收入|growth|=|9.5|%"],
    ),
    (
        "一、二、三产业增加值分别增长4.2%、5%、5.4%。",
        [
            "第一产业增加值|growth|=|4.2|%",
            "第二产业增加值|growth|=|5|%",
            "第三产业增加值|growth|=|5.4|%",
        ],
    ),
    (
        "带动2个主导产业、4个优势产业、8个特色产业产值分别增长4.9%、25.8%、10.8%。",
        [
            "主导产业|level|=|2|个",
            "优势产业|level|=|4|个",
            "特色产业|level|=|8|个",
            "主导产业产值|growth|=|4.9|%",
            "优势产业产值|growth|=|25.8|%",
            "特色产业产值|growth|=|10.8|%",
        ],
    ),
    (
        "旅客和货邮吞吐量分别达到1.35亿人次、453.8万吨，分别增长8.3%、7.9%。",
        [
            "旅客吞吐量|level|=|1.35|亿人次",
            "货邮吞吐量|level|=|453.8|万吨",
            "旅客吞吐量|growth|=|8.3|%",
            "货邮吞吐量|growth|=|7.9|%",
        ],
    ),
    (
        "社会消费品零售总额、固定资产投资均增长4%。",
        ["社会消费品零售总额|growth|=|4|%", "固定资产投资|growth|=|4|%"],
    ),
    (
        "投资、消费增速分别快于全国3.4个、1个百分点。",
        ["投资增速|points|=|3.4|个百分点", "消费增速|points|=|1|个百分点"],
    ),
    # growth
    ("报件量压减20%。", ["报件量|growth|=|-20|%"]),
    ("办理时限缩短80%以上。", ["办理时限|growth|>=|-80|%"]),
    ("平均降本20%。", ["平均降本|growth|=|-20|%"]),
    ("新能源汽车产量增长1.3倍。", ["新能源汽车产量|growth|=|1.3|倍"]),
    ("发明专利拥有量实现翻番。", ["发明专利拥有量|growth|=|100|%"]),
    ("托位数较2020年翻两番。", ["托位数|growth|=|300|%"]),
    (
        "出口连续18个月保持两位数增长。",
        ["出口连续保持增长|level|=|18|个月", "出口|growth|>=|10|%"],
    ),
    (
        "固投连续10个季度保持10%以上高位增长。",
        ["固投连续保持高位增长|level|=|10|个季度", "固投|growth|>=|10|%"],
    ),
    ("出口连续5年保持增长。", []),
    ("一季度GDP增速6.1%。", ["GDP|growth|=|6.1|%"]),
    ("居民消费价格涨幅2%左右。", ["居民消费价格|growth|~|2|%"]),
    ("平均压减时间58%、材料52%。", ["时间|growth|=|-58|%", "材料|growth|=|-52|%"]),
    ("行政许可办理时限再压缩三分之一。", ["行政许可办理时限|growth|=|-33.3333|%"]),
    # shares
    (
        "集聚规上工业企业205家、占全区的40%。",
        ["规上工业企业|level|=|205|家", "规上工业企业|share|=|40|%"],
    ),
    ("民间投资占比达到64.7%。", ["民间投资占比|share|=|64.7|%"]),
    ("金融业增加值对GDP增长贡献率达10%。", ["金融业增加值对GDP增长贡献率|share|=|10|%"]),
    ("90%的县医院达到三级水平。", ["县医院|share|=|90|%"]),
    ("财政支出近八成投向民生领域。", ["财政支出|level|<=|8|成"]),
    ("新增两院院士占全国近一半。", ["新增两院院士|share|<=|50|%"]),
    # ranks
    ("工业投资居全市第六。", ["工业投资|rank|=|6|"]),
    ("森林覆盖率稳居全国首位。", ["森林覆盖率|rank|=|1|"]),
    ("营商环境进入全国前十。", ["营商环境|rank|<=|10|"]),
    (
        "工业营收从全国第12位跃升至第5位。",
        ["工业营收|rank|=|12|位", "工业营收|rank|=|5|位"],
    ),
    ("全市1/3以上的企业获评。", ["企业|share|>=|33.3333|%"]),
    # a verb that tells a flow from a stock stays, also over a list
    ("新增养老床位300张、托位50个。", ["新增养老床位|level|=|300|张", "新增托位|level|=|50|个"]),
    ("新建、改造农村公路80公里。", ["新建、改造农村公路|level|=|80|公里"]),
    ("新筹集保障性住房2000套。", ["新筹集保障性住房|level|=|2000|套"]),
    ("集聚企业12家，带动就业3万人。", ["集聚企业|level|=|12|家", "带动就业|level|=|3|万人"]),
    ("展会吸引6万人来港。", ["吸引来港|level|=|6|万人"]),
    (
        "新建绿道12公里、累计达到90公里。",
        ["新建绿道|level|=|12|公里", "绿道|level|=|90|公里"],
    ),
    (
        "市级重大项目开工90个、竣工37个。",
        ["市级重大项目开工|level|=|90|个", "市级重大项目竣工|level|=|37|个"],
    ),
    (
        "续建安置住房50套，新开工20套。",
        ["安置住房|level|=|50|套", "新开工安置住房|level|=|20|套"],
    ),
    (
        "收储土地300亩、出让110亩，收集问题38个，已解决31个。",
        [
            "收储土地|level|=|300|亩",
            "出让土地|level|=|110|亩",
            "收集问题|level|=|38|个",
            "解决问题|level|=|31|个",
        ],
    ),
    ("办结率98.5%、满意率99%。", ["办结率|level|=|98.5|%", "满意率|level|=|99|%"]),
    ("获得超长期特别国债6亿元。", ["超长期特别国债|level|=|6|亿元"]),
    # one figure for each of several things
    (
        "培育示范企业3家、示范园区2个，总数分别达9家、7个。",
        [
            "示范企业|level|=|3|家",
            "示范园区|level|=|2|个",
            "示范企业总数|level|=|9|家",
            "示范园区总数|level|=|7|个",
        ],
    ),
    (
        "云江、河口等项目征地进度、供地进度、完工率全线第一。",
        ["征地进度|rank|=|1|", "供地进度|rank|=|1|", "完工率|rank|=|1|"],
    ),
    (
        "汽车、摩托车产量居全国第二。",
        ["汽车产量|rank|=|2|", "摩托车产量|rank|=|2|"],
    ),
    (
        "新一代显示、轻工装备产业营收突破百亿元。",
        ["新一代显示产业营收|level|>=|100|亿元", "轻工装备产业营收|level|>=|100|亿元"],
    ),
    (
        "超七成的攻关项目、资金由企业承担。",
        ["攻关项目|share|>=|7|成", "资金|share|>=|7|成"],
    ),
    (
        "新设县级体育馆、游泳馆各3个。",
        ["新设县级体育馆|level|=|3|个", "新设游泳馆|level|=|3|个"],
    ),
    (
        "牛羊出栏分别增长5%、2%。",
        ["牛出栏|growth|=|5|%", "羊出栏|growth|=|2|%"],
    ),
    (
        "本外币存、贷款余额双双突破6万亿元。",
        ["本外币存款余额|level|>=|6|万亿元", "贷款余额|level|>=|6|万亿元"],
    ),
    # steps, none, debt told apart by its interest, capacity
    (
        "经济总量连跨两个百亿元台阶、年均增长6%。",
        ["经济总量百亿元台阶|level|=|2|个", "经济总量|growth|=|6|%"],
    ),
    ("重大火灾零发生。", ["重大火灾|level|=|0|"]),
    ("实现建筑施工零事故，煤炭消费零增长。", ["建筑施工事故|level|=|0|", "煤炭消费|growth|=|0|%"]),
    ("7%以上高息债务全部清零。", ["高息债务|level|>=|7|%"]),
    (
        "开工30万吨肉制品、冷链等项目8个。",
        ["肉制品|level|=|30|万吨", "开工项目|level|=|8|个"],
    ),
    # what is counted, told from what is said of it
    ("水质五项指标全部达标。", ["水质指标|level|=|5|项"]),
    ("入选第三批特色农业30个试点名单。", ["特色农业试点|level|=|30|个"]),
    (
        "建成2个国家级、5个市级研究中心。",
        ["国家级研究中心|level|=|2|个", "市级研究中心|level|=|5|个"],
    ),
    ("推动20家龙头企业延伸产业链。", ["龙头企业|level|=|20|家"]),
    ("围绕6条线路开展资源普查。", ["线路|level|=|6|条"]),
    ("12个事项审批时限压缩七成。", ["事项审批|level|=|12|个", "事项审批时限|growth|=|-7|成"]),
    ("5G网络覆盖九成以上行政村。", ["行政村|share|>=|9|成"]),
    ("完成水泥行业70%以上产能改造。", ["水泥行业产能|share|>=|70|%"]),
    ("重点项目完成全年投资额35%。", ["重点项目|share|=|35|%"]),
    (
        "山城3镇5乡“甘泉”供水工程投用。",
        ["“甘泉”供水工程|level|=|3|镇", "“甘泉”供水工程|level|=|5|乡"],
    ),
    ("打造20个和美乡村。", ["和美乡村|level|=|20|个"]),
    (
        "原煤产量6亿吨，占全国近三成，保供8个省份。",
        ["原煤产量|level|=|6|亿吨", "原煤产量|share|<=|3|成", "省份|level|=|8|个"],
    ),
    # layout and width
    (
        "GDP 增长 7.5 %，达 120 亿元。",
        ["GDP|growth|=|7.5|%", "GDP|level|=|120|亿元"],
    ),
    ("接待游客１２３４人次。", ["接待游客|level|=|1234|人次"]),
    # points, from-to, ratios, ranges
    ("民间投资占比提高2.2个百分点。", ["民间投资占比|points|=|2.2|个百分点"]),
    ("不良贷款率较年初下降0.12个百分点。", ["不良贷款率|points|=|-0.12|个百分点"]),
    ("国企由65户压降到23户。", ["国企|level|=|65|户", "国企|level|=|23|户"]),
    (
        "城镇化率从17.9%提升到35.5%。",
        ["城镇化率|level|=|17.9|%", "城镇化率|level|=|35.5|%"],
    ),
    ("边民互市贸易区增至5个。", ["边民互市贸易区|level|=|5|个"]),
    ("粮食播种面积增加51.3万亩。", ["粮食播种面积增加量|level|=|51.3|万亩"]),
    ("撬动社会资本的杠杆率达5：1。", ["社会资本的杠杆率|level|=|5|：1"]),
    (
        "地区生产总值增长5%—5.5%。",
        ["地区生产总值|growth|>=|5|%", "地区生产总值|growth|<=|5.5|%"],
    ),
    (
        "居民收入增长6%至7%。",
        ["居民收入|growth|>=|6|%", "居民收入|growth|<=|7|%"],
    ),
    (
        "举办2届山地博览会、3届商博会。",
        ["山地博览会|level|=|2|届", "商博会|level|=|3|届"],
    ),
    (
        "办理时间由5个工作日压缩至1个工作日。",
        ["办理时间|level|=|5|个工作日", "办理时间|level|=|1|个工作日"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_figures_of_a_sentence(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "实施“五大工程”和“四个一批”行动。",
        "推动十大产业、三大行动取得实效。",
        "举办第七次大会，入选第二批国家试点。",
        "2025年4月24日召开会议，部署二季度工作。",
        "坚持一张蓝图绘到底，千方百计稳就业，一体推进“三不腐”。",
        "5G网络、PM2.5治理和2.0版改革同步推进。",
        "连续五年获评优秀，全天24小时服务。",
    ],
)
def test_what_states_no_figure_gives_none(text: str) -> None:
    assert lines(text) == []


def test_amounts_stand_in_the_base_unit() -> None:
    found = observations("GDP达5.67万亿元，出口增长1.3倍，九成以上企业复工。")
    assert [(one.amount, one.base_unit) for one in found] == [
        (Decimal("5670000000000"), "元"),
        (Decimal(130), "%"),
        (Decimal(90), "%"),
    ]


def test_growth_in_times_beside_growth_in_per_cent() -> None:
    found = observations("锂电池、化工产品出口分别增长3.8倍、80.2%。")
    assert [one.amount for one in found] == [Decimal(380), Decimal("80.2")]


def test_the_span_covers_number_and_unit_and_the_sentence_stands_around_it() -> None:
    text = "抓招商。签约项目44个，总投资超300亿元。"
    first, second = observations(text)
    assert text[first.start : first.end] == "44个"
    assert text[second.start : second.end] == "300亿元"
    assert text[first.sentence_start : first.sentence_end] == "签约项目44个，总投资超300亿元。"


def test_wholes_and_references_are_kept() -> None:
    share, points = observations("出口占全国的40%，规上工业增加值增速高于全国1.7个百分点。")
    assert (share.kind, share.whole) == (Kind.SHARE, "全国")
    assert (points.kind, points.whole) == (Kind.POINT_CHANGE, "全国")


def test_a_from_to_share_keeps_its_whole() -> None:
    found = observations("战新产业产值占规上工业比重从40.3%提高到45.4%。")
    assert [(one.kind, one.whole) for one in found] == [(Kind.SHARE, "规上工业")] * 2


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("一季度，全市接待游客1.12亿人次、增长8.6%，旅游花费增长14.7%。", ["全市"] * 3),
        ("直管区GDP增长5.7%，固投增长3%。", ["直管区"] * 2),
        ("带动周边区域接待游客57.93万人次、增长9%，演出8场。", ["周边区域", "周边区域", ""]),
        ("南江茶蝉联全国推广面积第一。", ["全国"]),
        ("工业投资居全市第8位、主城第3位。", ["全市", "主城"]),
        ("工业投资居全市第六。", ["全市"]),
        ("全国重点实验室达8家。", [""]),
        ("入选全国美丽乡村案例3个。", [""]),
    ],
)
def test_areas(text: str, areas: list[str]) -> None:
    assert [one.area for one in observations(text)] == areas


def test_the_quarter_at_the_head_holds_for_the_speech() -> None:
    text = (
        "锚定目标，一季度GDP增长6%。\n一、抓工业。工业投资增长8%。\n"
        "二、抓金融。3月末，贷款余额增长7.9%。"
    )
    assert [one.period for one in observations(text)] == ["2025-Q1", "2025-Q1", "2025-03-31"]


def test_a_plan_section_sets_targets() -> None:
    text = (
        "一、2025年工作回顾\n全年GDP增长5%。\n五年来，GDP年均增长6%。\n"
        "二、2026年重点工作\n主要预期目标是：GDP增长5.5%左右。\n新增企业100家。\n"
        "到2030年，森林覆盖率达到60%。"
    )
    speech = speech_of(text, spoken_on=date(2026, 1, 28))
    found = extract_figures(speech, sentences(speech.text), ())[0]
    assert [(one.status, one.period) for one in found] == [
        (Status.REPORTED, "2025"),
        (Status.REPORTED, "2021/2025"),
        (Status.TARGET, "2026"),
        (Status.TARGET, "2026"),
        (Status.TARGET, "2030"),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("力争GDP增长6%。", Status.TARGET),
        ("到2027年，新能源装机达到500万千瓦。", Status.TARGET),
        ("争取到位资金40.6亿元。", Status.REPORTED),
        ("GDP增长6%。", Status.REPORTED),
    ],
)
def test_aims_are_told_from_results(text: str, status: Status) -> None:
    assert [one.status for one in observations(text)] == [status]


def test_without_a_date_relative_times_stay_open() -> None:
    speech = speech_of("一季度GDP增长6%，2024年出口增长3%。", spoken_on=None)
    found = extract_figures(speech, sentences(speech.text), ())[0]
    assert [one.period for one in found] == ["", "2024"]


def test_a_year_inside_the_topic_is_the_figures_own() -> None:
    speech = speech_of("到2030年，实现2035年人均收入比2020年翻一番打好基础。")
    (one,) = extract_figures(speech, sentences(speech.text), ())[0]
    assert one.period == "2035"


def test_a_paragraph_of_a_plan_may_look_back() -> None:
    text = (
        "一、2025年工作回顾\n全年GDP增长5%。\n二、关于五年规划纲要的说明\n"
        "《纲要》由市政府制定。\n“十四五”时期，我市开拓进取。GDP年均增长6%。\n"
        "《纲要》提出，GDP年均增长5%。"
    )
    speech = speech_of(text, spoken_on=date(2026, 1, 28))
    found = extract_figures(speech, sentences(speech.text), ())[0]
    assert [(one.status, one.period) for one in found] == [
        (Status.REPORTED, "2025"),
        (Status.REPORTED, "2021/2025"),
        (Status.TARGET, "2026/2030"),
    ]


def test_a_figure_about_a_named_thing() -> None:
    text = "投资96亿元的星河新材料项目开工，云台产业园营收超650亿元。"
    project = Mention(7, 14, "星河新材料项目", EntityClass.PROJECT)
    park = Mention(17, 22, "云台产业园", EntityClass.PLACE)
    assert [one.about for one in observations(text, project, park)] == [project, park]


def test_a_capacity_is_about_the_plant_that_has_it() -> None:
    text = "首个年产50万吨页岩油生产基地加快建设，80%的县医院达标。"
    plant = Mention(8, 15, "页岩油生产基地", EntityClass.PLACE)
    hospital = Mention(24, 27, "县医院", EntityClass.BODY)
    assert [one.about for one in observations(text, plant, hospital)] == [plant, None]


def test_what_a_list_opens_with_is_not_what_the_rest_is_about() -> None:
    text = "星河奖、云台奖获奖数量均居全国首位。"
    prize = Mention(0, 2, "星河", EntityClass.INITIATIVE)
    assert [one.about for one in observations(text, prize)] == [None, None]


def test_a_figure_of_the_unit_is_about_nothing() -> None:
    text = "推进星河项目建设，工业投资增长8%。"
    project = Mention(2, 6, "星河项目", EntityClass.PROJECT)
    assert [one.about for one in observations(text, project)] == [None]


PIECES = st.sampled_from(
    re.findall(
        r"[^ ]+",
        "规上工业增加值 增长 下降 占 全市 第 居 从 到 提高到 分别 、 ， 。 和 7.5% 12 家 3个 亿元 "
        "5.67万亿元 八成 两 一 翻番 百亿 “四个一批” 企业 项目 2025年 近 超 以上 左右 个百分点 "
        "1.3倍 ： — 的 \n 首位 第六 三分之一",
    )
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_is_read_with_every_numeral_accounted_for(text: str) -> None:
    speech = speech_of(text)
    cut = sentences(speech.text)
    found, numerals = extract_figures(speech, cut, ())
    spans = {(sentence.start, sentence.end) for sentence in cut}
    for one in found:
        assert one.sentence_start <= one.start < one.end <= one.sentence_end
        assert (one.sentence_start, one.sentence_end) in spans
        assert one.indicator
    for numeral in numerals:
        inside = any(one.start <= numeral.start and numeral.end <= one.end for one in found)
        assert inside or numeral.reason


@given(
    st.decimals(min_value=0, max_value=99999, places=2),
    st.sampled_from(["", "万", "亿", "万亿"]),
    st.sampled_from(["元", "吨", "人次", "户", "亩", "千瓦时"]),
)
def test_amount_is_value_times_scale(value: Decimal, magnitude: str, unit: str) -> None:
    (one,) = observations(f"全区消费达到{value}{magnitude}{unit}。")
    assert (one.value, one.unit_text, one.base_unit) == (value, magnitude + unit, unit)
    assert one.amount == value * magnitude_factor(magnitude) * units()[unit].factor
