"""Notices, date lines and subtitles tell of the meeting."""

from __future__ import annotations

import pytest

from kg.reading.notices import (
    is_notice,
    is_subtitle,
    parse_date_line,
    parse_notice,
    parse_subtitle,
    with_place,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("4月24日，市委召开区县委书记例会。3个单位作发言。以下为发言摘登。", "市委区县委书记例会"),
        ("3月12日，全省招商引资工作会议在成都召开，现将发言摘登如下。", "全省招商引资工作会议"),
        (
            "在近日召开的全市项目建设推进会上，5位区县负责人作发言，现摘登如下。",
            "全市项目建设推进会",
        ),
        (
            "2025年1月2日上午，省委、省政府举行高质量发展大会。发言摘编如下。",
            "省委、省政府高质量发展大会",
        ),
        (
            "10月15日，市委召开区（市）县委书记点评会。3个单位作交流发言。现摘登如下。",
            "市委区（市）县委书记点评会",
        ),
        ("5月6日，县委举行重点项目夜谈会，4个乡镇作发言。现摘登如下。", "县委重点项目夜谈会"),
    ],
)
def test_the_meeting_of_a_notice(text: str, name: str) -> None:
    assert is_notice(text)
    assert parse_notice(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "成功召开民营经济发展大会，签约项目30个，总投资200亿元。",
        "同志们，根据会议安排，我就区里的工作作发言，内容如下。",
        "重点抓好以下工作：一是召开专题会议。",
    ],
)
def test_other_passages_are_no_notices(text: str) -> None:
    assert not is_notice(text)


@pytest.mark.parametrize(
    ("line", "name", "dated"),
    [
        (
            "——2026年2月2日在山西省第十四届人民代表大会第五次会议上",
            "山西省第十四届人民代表大会第五次会议",
            True,
        ),
        (
            "（2026年1月20日在金堂县第十九届人民代表大会第五次会议上）",
            "金堂县第十九届人民代表大会第五次会议",
            True,
        ),
        (
            "２０２６年１月３１日在黑龙江省第十四届人民代表大会第四次会议上".translate(
                str.maketrans("０１２３６", "01236")
            ),
            "黑龙江省第十四届人民代表大会第四次会议",
            True,
        ),
        ("——在全市经济工作会议上的讲话", "全市经济工作会议", False),
        ("（2026年1月20日）", "", True),
    ],
)
def test_date_lines(line: str, name: str, dated: bool) -> None:
    told = parse_date_line(line)
    assert told is not None
    assert (told.name, told.day is not None) == (name, dated)


@pytest.mark.parametrize(
    "line",
    [
        "——经济运行稳中有进。地区生产总值超过2.5万亿元。",
        "一季度全市召开推进会",
        "4月24日",
        "2025年1月在全省率先召开现场会，推动项目落地见效",
    ],
)
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert parse_date_line(line) is None


def test_subtitles() -> None:
    assert is_subtitle("——成都市区（市）县委书记例会发言摘登")
    assert is_subtitle("全市招商引资工作会议交流发言摘登")
    assert not is_subtitle("——能源革命纵深推进")
    assert parse_subtitle("——成都市招商引资大会发言摘登").name == "成都市招商引资大会"
    assert parse_subtitle("——金堂县重点项目夜谈会发言摘登").name == "金堂县重点项目夜谈会"
    assert parse_subtitle("——四川省工商业联合会发言摘登").name == ""


@pytest.mark.parametrize(
    ("name", "place", "full"),
    [
        ("市委区县委书记例会", "重庆市", "重庆市委区县委书记例会"),
        ("全省招商引资工作会议", "四川省", "四川省招商引资工作会议"),
        ("全省招商引资工作会议", "成都市", "全省招商引资工作会议"),
        ("市场监管工作会议", "成都市", "市场监管工作会议"),
        ("自治区党委经济工作会议", "西藏自治区", "西藏自治区党委经济工作会议"),
    ],
)
def test_the_unnamed_place_is_spelled_out(name: str, place: str, full: str) -> None:
    assert with_place(name, place) == full
