"""Work reports: title, date line, byline before the body, and the place a bare 省长 means."""

from __future__ import annotations

from datetime import date

import pytest

from kg.reading import read_file
from kg.records import Post
from tests.reading.checks import CORPUS, assert_sound, read_text
from tests.reading.pages import wrap

GREETING = "各位代表："
BODY = (
    "现在，我代表市人民政府向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。",
    "一、2023年工作回顾",
    "2023年，全市地区生产总值达到2.2万亿元、增长6%，固定资产投资增长2%，社会消费品零售总额增长10%。",
    "（一）产业建圈强链成势见效",
    "规上工业增加值增长4.1%，新增上市公司10家，总数达到140家，新增国家级专精特新企业84家。",
    "各位代表，让我们团结奋斗，为建设美丽成都而努力！",
)
GOVERNORS = {
    "上海市": ("龚正", "上海市市长", "2026-02-03"),
    "北京市": ("殷勇", "北京市市长", "2026-01-25"),
    "天津市": ("张工", "天津市市长", "2026-01-26"),
    "安徽省": ("王清宪", "安徽省人民政府省长", "2026-02-05"),
    "山东省": ("周乃翔", "山东省省长", "2026-01-27"),
    "山西省": ("卢东亮", "山西省省长", "2026-02-02"),
    "广西壮族自治区": ("韦韬", "广西壮族自治区主席", "2026-02-02"),
    "新疆维吾尔自治区": ("艾尔肯·吐尼亚孜", "新疆维吾尔自治区主席", "2026-01-27"),
    "江西省": ("叶建春", "江西省省长", "2026-01-27"),
    "河北省": ("王正谱", "河北省人民政府省长", "2026-01-26"),
    "福建省": ("赵龙", "福建省人民政府省长", "2026-01-27"),
    "西藏自治区": ("嘎玛泽登", "西藏自治区主席", "2026-01-31"),
    "青海省": ("罗东川", "青海省省长", "2026-01-27"),
    "黑龙江省": ("梁惠玲", "黑龙江省省长", "2026-01-31"),
}


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the reports are not in this checkout")
@pytest.mark.parametrize("province", GOVERNORS)
def test_the_provinces(province: str) -> None:
    name, post, day = GOVERNORS[province]
    (speech,) = read_file(CORPUS / f"2026-{province}.txt").speeches
    assert (speech.unit, speech.region) == (province, province)
    assert speech.official is not None
    assert speech.official.name == name
    assert speech.official.posts == (Post(post, province),)
    assert speech.meeting is not None
    assert speech.meeting.name.startswith(f"{province}第")
    assert speech.meeting.name.endswith("次会议")
    assert speech.meeting.held_on == speech.spoken_on == date.fromisoformat(day)
    assert speech.headline.endswith("政府工作报告")
    body = speech.text.characters[speech.body_start :]
    assert body.startswith("各位代表：\n现在，我代表")
    assert body[-1] in "。！"
    assert not [line for line in body.split("\n") if "记者" in line or "来源：" in line]


def city_report(byline: str = "市长 王凤鸣") -> str:
    return "\n".join(
        [
            "成都市人民政府",
            "2024年成都市政府工作报告",
            "发布时间：2024-02-05 来源：成都日报 字体：[大 中 小]",
            "——2024年1月23日在成都市第十八届人民代表大会第二次会议上",
            byline,
            GREETING,
            *("　　" + paragraph for paragraph in BODY),
            "【打印】【关闭】",
        ]
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\n\n"])
@pytest.mark.parametrize(
    ("byline", "post"),
    [
        ("市长 王凤鸣", "成都市市长"),
        ("成都市市长　王凤鸣", "成都市市长"),
        ("成都市人民政府市长  王 凤 鸣", "成都市人民政府市长"),
        ("（市长：王凤鸣）", "成都市市长"),
        ("报告人：市长 王凤鸣", "成都市市长"),
    ],
)
def test_a_city(line_end: str, byline: str, post: str) -> None:
    document = read_text(city_report(byline).replace("\n", line_end))
    assert_sound(document)
    (speech,) = document.speeches
    assert (speech.unit, speech.region) == ("成都市", "成都市")
    assert speech.headline == "2024年成都市政府工作报告"
    assert speech.spoken_on == date(2024, 1, 23)
    assert speech.official is not None
    assert speech.official.name == "王凤鸣"
    assert speech.official.posts == (Post(post, "成都市"),)
    assert speech.text.characters[speech.body_start :].split("\n") == [GREETING, *BODY]


def test_a_city_without_byline_and_date_line() -> None:
    raw = "2024年成都市政府工作报告\n" + "\n".join([GREETING, *BODY])
    (speech,) = read_text(raw).speeches
    assert (speech.unit, speech.official, speech.meeting) == ("成都市", None, None)
    assert speech.spoken_on is None


def test_a_city_whose_title_names_no_place() -> None:
    raw = "政府工作报告\n" + "\n".join([GREETING, *BODY]) + "\n成都的明天更美好。成都市加油！\n"
    (speech,) = read_text(raw).speeches
    assert speech.unit == "成都市"


def test_a_district_has_its_city_for_region() -> None:
    raw = (
        "政府工作报告\n（2025年1月14日在綦江区第三届人民代表大会第五次会议上）\n"
        "綦江区人民政府区长  陈明亮\n各位代表：\n"
        "现在，我代表区人民政府向大会报告工作，请予审议。\n"
        "2024年，全区地区生产总值增长6.2%，固定资产投资增长10.3%。\n"
    )
    (speech,) = read_text(raw).speeches
    assert (speech.unit, speech.region) == ("綦江区", "重庆市")
    assert speech.meeting is not None
    assert speech.meeting.name == "綦江区第三届人民代表大会第五次会议"


def test_a_date_in_chinese_numerals_and_a_county_level_city() -> None:
    raw = (
        "昆山市2025年政府工作报告\n二〇二五年一月八日在昆山市第十八届人民代表大会第四次会议上\n"
        "市长 陈丽华\n各位代表：\n现在，我代表市人民政府向大会作政府工作报告，请予审议。\n"
        "2024年，全市地区生产总值突破5000亿元、增长6%。\n"
    )
    (speech,) = read_text(raw).speeches
    assert (speech.unit, speech.region) == ("昆山市", "昆山市")
    assert speech.spoken_on == date(2025, 1, 8)


def test_a_printed_report_with_page_numbers_and_running_heads() -> None:
    head = "2025年奉化区政府工作报告"
    pages = [wrap(paragraph * 3, 30) for paragraph in (BODY[2], BODY[4], BODY[2])]
    printed = [f"{page}\n— {number} —\n{head}" for number, page in enumerate(pages, start=1)]
    raw = "\n".join(
        [
            head,
            "——2025年1月9日在奉化区第五届人民代表\n大会第四次会议上",
            "区长 王立新",
            GREETING,
            *printed,
        ]
    )
    document = read_text(raw)
    assert_sound(document)
    (speech,) = document.speeches
    assert (speech.unit, speech.region) == ("奉化区", "宁波市")
    assert speech.headline == head
    assert speech.meeting is not None
    assert speech.meeting.name == "奉化区第五届人民代表大会第四次会议"
    assert "—" not in speech.text.characters
    assert speech.text.characters.count(head) == 1


def test_two_reports_in_one_file_keep_their_own_meetings() -> None:
    def report(province: str, day: str, byline: str) -> str:
        return "\n".join(
            [
                f"2026年{province}政府工作报告",
                f"——2026年1月{day}日在{province}第十四届人民代表大会第四次会议上",
                byline,
                GREETING,
                *BODY,
            ]
        )

    raw = report("甘肃省", "20", "省长 任鹤鸣") + "\n" + report("青海省", "27", "省长 罗东海")
    first, second = read_text(raw).speeches
    assert (first.unit, second.unit) == ("甘肃省", "青海省")
    assert (first.spoken_on, second.spoken_on) == (date(2026, 1, 20), date(2026, 1, 27))
    assert second.official is not None
    assert second.official.posts == (Post("青海省省长", "青海省"),)


def test_the_caption_above_the_salutation_is_set_aside() -> None:
    raw = city_report().replace(GREETING, f"王凤鸣作政府工作报告。\n{GREETING}")
    document = read_text(raw)
    assert_sound(document)
    assert "王凤鸣作" not in document.speeches[0].text.characters
    assert "photo caption" in [item.reason for item in document.set_aside]


def test_a_table_of_metadata_above_and_ascii_punctuation() -> None:
    raw = (
        "文件名称 | 汉滨区2025年政府工作报告 | ||\n索引号 | /2025-0000 | 公开目录: | 工作报告 |\n"
        "有效性 | 有效 | 公开日期: | 2025-04-15 14:43 |\n"
        "2025年3月21日在汉滨区第十九届\n人民代表大会第四次会议上\n汉滨区人民政府代区长 向小兵\n"
        "各位代表:\n现在,我代表区人民政府向大会报告工作,请予审议,并请区政协委员和其他列席人员提出意见。\n"
        "2024年,我们紧扣高质量发展主题,实现地区生产总值440.5亿元、增长5.4%,固定资产投资增长6.5%。\n"
    )
    document = read_text(raw)
    assert_sound(document)
    (speech,) = document.speeches
    assert (speech.unit, speech.region) == ("汉滨区", "安康市")
    assert speech.official is not None
    assert speech.official.posts == (Post("汉滨区人民政府代区长", "汉滨区"),)
    assert speech.spoken_on == date(2025, 3, 21)
    assert speech.text.characters.startswith("各位代表:\n现在,我代表区人民政府")


def test_a_report_run_together_on_one_line() -> None:
    raw = (
        "政府工作报告 ——2026年2月3日在上海市第十六届人民代表大会第四次会议上 上海市市长 龚明 "
        "各位代表: 现在,我代表上海市人民政府,向大会报告工作,请予审议。 一、2025年工作回顾 "
        "全市生产总值达到5.67万亿元、增长5.4%。"
    )
    document = read_text(raw)
    assert_sound(document)
    (speech,) = document.speeches
    assert (speech.unit, speech.headline) == ("上海市", "政府工作报告")
    assert speech.official is not None
    assert speech.official.name == "龚明"
    assert speech.meeting is not None
    assert speech.meeting.held_on == date(2026, 2, 3)
