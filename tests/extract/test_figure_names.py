"""What a figure is named by where its own clause does not say it plainly."""

import pytest

from tests.extract.figure_lines import lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the subject stands in the clause before
        (
            "这样的改革事项，已经推进了66项，其中50余项见效。",
            ["这样的改革事项|level|=|66|项", "这样的改革事项|level|>=|50|项"],
        ),
        (
            "口岸过货量、边贸交易额再创历史新高，跃居全省首位。",
            ["口岸过货量|rank|=|1|", "边贸交易额|rank|=|1|"],
        ),
        ("夏粮再获丰收，总产达到80亿斤。", ["夏粮总产|level|=|80|亿斤"]),
        (
            "国家级、省级绿色工厂加快培育，分别达3个、16个。",
            ["国家级绿色工厂|level|=|3|个", "省级绿色工厂|level|=|16|个"],
        ),
        # it stands before 从 and what it was
        (
            "国际航线数量从2016年的5条增至21条。",
            ["国际航线数量|level|=|5|条", "国际航线数量|level|=|21|条"],
        ),
        (
            "税收由当年的30万元提高到现在的每年500多万元。",
            ["税收|level|=|30|万元", "税收|level|>=|500|万元"],
        ),
        (
            "财政收入由5年前的12亿元增加到26亿元。",
            ["财政收入|level|=|12|亿元", "财政收入|level|=|26|亿元"],
        ),
        ("将路面由原来的4米扩建至9米。", ["路面|level|=|4|米", "路面|level|=|9|米"]),
        # it stands behind the number
        (
            "这片不到6平方公里的园区已经进驻60家企业。",
            ["园区|level|<=|6|平方公里", "企业|level|=|60|家"],
        ),
        ("新增26个起降点、40条航线", ["起降点|level|=|26|个", "航线|level|=|40|条"]),
        ("其中华丰、恒泰3户为专精特新企业。", ["专精特新企业|level|=|3|户"]),
        ("出席了6个项目的签约仪式。", ["项目|level|=|6|个"]),
        (
            "吸引了来自36个国家的1200名客商。",
            ["国家|level|=|36|个", "客商|level|=|1200|名"],
        ),
        ("取得省能源局30MW风电指标。", ["风电指标|level|=|30|MW"]),
        (
            "民营经济贡献了75%的税收和82%的就业。",
            ["税收|share|=|75|%", "就业|share|=|82|%"],
        ),
        # words that only lead up to it
        ("机场货邮吞吐量突破30万大关。", ["机场货邮吞吐量|level|>=|30|万"]),
        ("工业总量成为全市第三个突破千亿元大关的地区。", ["工业总量|level|>=|1000|亿元"]),
        ("这项举措让每家企业的成本节省约5万元。", ["成本减少量|level|~|5|万元"]),
        ("达产后可实现年产值30亿元。", ["年产值|level|=|30|亿元"]),
        ("4个园区成功认定省级化工园区。", ["园区|level|=|4|个"]),
        ("旺季期间共接待游客3.2万人次。", ["接待游客|level|=|3.2|万人次"]),
        # what holds on from the figure before
        (
            "规上工业增加值增长6.1%，当月增长7.3%。",
            ["规上工业增加值|growth|=|6.1|%", "规上工业增加值|growth|=|7.3|%"],
        ),
        (
            "新签约项目68个，其中10亿元以上12个。",
            ["新签约项目|level|=|68|个", "10亿元以上项目|level|=|12|个"],
        ),
        (
            "全县有10个乡镇、132个村、38万人。",
            ["乡镇|level|=|10|个", "村|level|=|132|个", "人口|level|=|38|万人"],
        ),
        # what belongs to each of a list
        (
            "机械加工、绿色食品产业分别完成总产值12亿元、58亿元。",
            ["机械加工产业总产值|level|=|12|亿元", "绿色食品产业总产值|level|=|58|亿元"],
        ),
        (
            "增速比全国、全省高3.5个、2.8个百分点。",
            ["增速|points|=|3.5|个百分点", "增速|points|=|2.8|个百分点"],
        ),
    ],
)
def test_the_name_of_a_figure(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "居全国县域经济百强第12、营商环境百强县第8、绿色发展第15。",
            ["县域经济百强|rank|=|12|", "营商环境百强县|rank|=|8|", "绿色发展|rank|=|15|"],
        ),
        ("产值增长9%，稳居全国工业百强县榜首。", ["产值|growth|=|9|%", "工业百强县|rank|=|1|"]),
        ("位列中国企业500强第186位。", ["中国企业500强|rank|=|186|位"]),
        (
            "经济总量和增速分别居全市12个县区第2位、第1位。",
            ["县区|level|=|12|个", "经济总量|rank|=|2|位", "经济总量增速|rank|=|1|位"],
        ),
    ],
)
def test_what_a_rank_is_a_rank_by(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "节目以5分20秒的时长报道了我县。",
        "连续三个季度进入全市红榜。",
        "公司落户本县已有15年。",
        "完成20万头肉牛屠宰加工项目建设。",
        "30户以上自然村道路硬化全部完成。",
        "县四套班子和4家班子参加仪式。",
        "九里街道建成三里河公园。",
        "第一、二批专项债券项目顺利通过。",
    ],
)
def test_what_names_a_thing_by_its_size_or_tells_how_long_is_no_figure(text: str) -> None:
    assert lines(text) == []
