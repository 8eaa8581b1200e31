"""Speeches come out of every layout with their speaker, headline and paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kg.records import Document, Post
from tests.reading.checks import assert_sound, quote, read_text
from tests.reading.pages import (
    LAYOUTS,
    NOTICE,
    SPEECHES,
    SUBTITLE,
    TITLE,
    break_columns,
    newspaper_body_first,
    newspaper_headline_first,
    newspaper_tight,
    web_body_first,
    web_headline_first,
    wrap,
)

LONG = "".join(SPEECHES[0].body)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_speeches_as_given(layout: Callable[[], str]) -> None:
    document = read_text(layout())
    assert [speech.unit for speech in document.speeches] == [given.unit for given in SPEECHES]
    for speech, given in zip(document.speeches, SPEECHES, strict=True):
        assert speech.official is not None
        assert speech.official.name == given.name.replace(" ", "")
        assert speech.official.posts == tuple(Post(*post) for post in given.posts)
        assert speech.headline == given.read_headline
        assert speech.text.characters[speech.body_start :].split("\n") == list(given.body)
        assert speech.region == "宁波市"
        assert speech.meeting == document.meeting


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_meeting_and_its_notice(layout: Callable[[], str]) -> None:
    document = read_text(layout())
    assert document.meeting is not None
    assert document.meeting.name == "宁波市委县域经济高质量发展推进会"
    assert document.meeting.notice is not None
    assert quote(document.speeches[0], document.meeting.notice) == NOTICE
    # Only pages that print their own date tell the year of 11月6日.
    dated = "2024" in document.file.raw
    assert document.meeting.held_on == (date(2024, 11, 6) if dated else None)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_windows_line_ends_change_nothing(layout: Callable[[], str]) -> None:
    unix = layout().replace("\r\n", "\n")
    texts = [
        [speech.text.characters for speech in read_text(raw).speeches]
        for raw in (unix, unix.replace("\n", "\r\n"))
    ]
    assert texts[0] == texts[1]


@pytest.mark.parametrize("every", [2, 3, 5, 7])
@pytest.mark.parametrize(
    "widths", [(14, 18, 22, 16, 25), (25, 14, 16, 18, 14), (18, 25, 14, 22, 16)]
)
def test_columns_of_unequal_widths_lose_no_opening_line(
    widths: tuple[int, ...], every: int
) -> None:
    parts = []
    for given, width in zip(SPEECHES, widths, strict=True):
        parts += [break_columns(wrap(paragraph, width), every) for paragraph in given.body]
        parts += ["\n".join(given.headline), given.byline]
    document = read_text("\n\n".join(parts))
    for speech, given in zip(document.speeches, SPEECHES, strict=True):
        assert speech.headline == given.read_headline
        body = speech.text.characters[speech.body_start :]
        assert body.replace("\n", "") == "".join(given.body)


def _only(document: Document) -> str:
    (speech,) = document.speeches
    return speech.unit


def test_one_speech_before_its_byline() -> None:
    document = read_text(newspaper_body_first(SPEECHES[:1]))
    assert _only(document) == "鄞州区"
    assert document.speeches[0].headline == SPEECHES[0].read_headline


def test_one_speech_after_its_byline_with_a_meeting_line() -> None:
    raw = (
        "扛牢省会担当 奋力走在前列\n——在全省经济高质量发展大会上的发言\n"
        "省委常委、成都市委书记 曹立明\n（2025年2月6日）\n"
        "成都市深入贯彻省委部署，去年全市地区生产总值增长5.7%。\n"
        "一、抓产业建圈强链。实现工业投资增长12%，新增产值1000亿元。\n"
    )
    (speech,) = read_text(raw).speeches
    assert speech.official is not None
    assert speech.official.posts == (Post("省委常委", "省委"), Post("成都市委书记", "成都市"))
    assert (speech.unit, speech.region) == ("成都市", "成都市")
    assert speech.headline == "扛牢省会担当 奋力走在前列"
    assert speech.meeting is not None
    assert speech.meeting.name == "四川省经济高质量发展大会"
    assert speech.spoken_on == date(2025, 2, 6)


def test_byline_over_two_and_three_lines() -> None:
    raw = "\n\n".join(
        [
            f"慈溪市委副书记、\n市长 欧阳立群\n\n{SPEECHES[1].body[0]}",
            f"市委常委，\n宁波前湾新区党工委书记\n鲁 明\n\n{SPEECHES[4].body[0]}",
        ]
    )
    first, second = read_text(raw).speeches
    assert first.official is not None and second.official is not None
    assert [post.title for post in first.official.posts] == ["慈溪市委副书记", "慈溪市市长"]
    assert second.official.name == "鲁明"
    assert second.unit == "宁波前湾新区"


def test_author_named_above_and_described_below() -> None:
    raw = (
        "以科技创新引领现代化产业体系建设\n沈维岳\n"
        f"{SPEECHES[0].body[0]}\n{SPEECHES[0].body[1]}\n（作者系宁波市鄞州区委书记）\n"
    )
    (speech,) = read_text(raw).speeches
    assert speech.official is not None
    assert speech.official.name == "沈维岳"
    assert speech.unit == "鄞州区"
    assert speech.headline == "以科技创新引领现代化产业体系建设"


def test_units_as_headings_without_officials() -> None:
    raw = (
        "全市招商引资工作会议交流发言摘登\n"
        "3月12日，全市招商引资工作会议在成都召开，2个单位作交流发言，现摘登如下。\n"
        "【武侯区】\n聚焦主导产业 精准招大引强\n"
        "今年以来，我区新签约项目35个，总投资210亿元，其中50亿元以上项目2个。\n"
        "【双流区】\n做强航空经济 打造开放门户\n"
        "我区新签约航空维修项目12个，总投资86亿元，同比增长22%。\n"
    )
    document = read_text(raw)
    assert_sound(document)
    assert [speech.unit for speech in document.speeches] == ["武侯区", "双流区"]
    assert [speech.official for speech in document.speeches] == [None, None]
    assert document.speeches[1].headline == "做强航空经济 打造开放门户"
    assert {speech.region for speech in document.speeches} == {"成都市"}
    assert document.meeting is not None
    assert document.meeting.name == "成都市招商引资工作会议"
    assert document.meeting.held_on is None


def test_cities_of_a_province() -> None:
    raw = "\n\n".join(
        [
            "省委常委、杭州市委书记 刘思远\n以数字经济引领高质量发展\n"
            "杭州市坚定不移推动数字经济发展，去年增加值突破6000亿元，增长8%。",
            "宁波市委书记 彭建新\n建设世界一流强港\n"
            "宁波市推动港口发展，去年货物吞吐量突破13亿吨，连续16年居全球首位。",
            "省发展改革委主任 王大明\n强化要素保障\n"
            "省发展改革委统筹推进重大项目，去年全省固定资产投资增长5%。",
        ]
    )
    document = read_text(raw)
    assert [speech.unit for speech in document.speeches] == ["杭州市", "宁波市", "省发展改革委"]
    assert {speech.region for speech in document.speeches} == {"浙江省"}


def test_no_byline_the_opening_words_name_the_unit() -> None:
    raw = (
        "抢抓机遇 乘势而上 推动经济持续回升向好\n"
        "渝北区紧扣市委部署，推动高质量发展。一季度，地区生产总值增长6.1%。\n"
        "一、抓产业。新开工项目35个，重庆市级重点项目完成投资20亿元。\n"
    )
    (speech,) = read_text(raw).speeches
    assert (speech.unit, speech.official, speech.region) == ("渝北区", None, "重庆市")
    assert speech.headline == "抢抓机遇 乘势而上 推动经济持续回升向好"


def test_no_byline_our_district_is_the_most_named_one() -> None:
    raw = (
        "我区坚持以人民为中心，推动高质量发展。\n"
        "一季度，渝北区地区生产总值增长6.1%，渝北区新开工项目35个，与江北区共建园区1个。\n"
        "全区规上工业增加值增长9%，新增企业20家。\n"
    )
    assert _only(read_text(raw)) == "渝北区"


def test_no_byline_and_no_place_the_file_names_the_unit() -> None:
    document = read_text("深入推进改革，新增企业20家，增长9%。\n", "某厂.txt")
    assert _only(document) == "某厂"


def test_a_speech_without_a_readable_byline_is_kept() -> None:
    given = SPEECHES[1:]
    rest = "\n\n".join("\n\n".join([*g.headline, g.byline, *g.body]) for g in given)
    raw = "聚焦先进制造\n\n" + "\n\n".join(SPEECHES[0].body) + "\n\n" + rest
    document = read_text(raw)
    assert len(document.speeches) == 5
    first = document.speeches[0]
    assert (first.unit, first.official) == ("鄞州区", None)
    assert first.text.characters[first.body_start :].split("\n") == list(SPEECHES[0].body)


def test_a_caption_in_the_middle_is_set_aside() -> None:
    caption = "鄞州区一家企业生产车间内，工人正在\n赶制订单。 记者 王明 摄"
    raw = newspaper_headline_first(SPEECHES[:2]).replace(
        "　　二、抓创新强动能", f"\n{caption}\n\n　　二、抓创新强动能"
    )
    document = read_text(raw)
    assert_sound(document)
    assert "赶制订单" not in document.speeches[0].text.characters
    assert [
        raw[a.span.start : a.span.end] for a in document.set_aside if "caption" in a.reason
    ] == [caption]


def test_a_sentence_never_runs_over_what_is_set_aside() -> None:
    body = wrap(LONG, 18).split("\n")
    middle = next(n for n, line in enumerate(body) if n > 3 and not line.endswith("。"))
    cut = [*body[: middle + 1], "", "第3版", "", *body[middle + 1 :]]
    raw = f"{SPEECHES[0].byline}\n\n" + "\n".join(cut) + "\n"
    (speech,) = read_text(raw).speeches
    before, after = "".join(body[: middle + 1]), "".join(body[middle + 1 :])
    paragraphs = speech.text.characters.split("\n")
    assert any(before.endswith(paragraph[-8:]) for paragraph in paragraphs)
    assert any(after.startswith(paragraph[:8]) for paragraph in paragraphs)
    assert [item.reason for item in read_text(raw).set_aside] == ["masthead"]


def test_a_meeting_told_of_without_announcing_the_speeches() -> None:
    raw = "\n".join(
        [
            "奋战四季度 冲刺全年红",
            "宁波日报讯（记者 王明）11月6日，全市县域经济高质量发展推进会召开，5个单位作交流发言。",
            *(line for g in SPEECHES for line in (*g.headline, g.byline, *g.body)),
        ]
    )
    document = read_text(raw)
    assert document.meeting is not None
    assert document.meeting.name == "宁波市县域经济高质量发展推进会"
    assert len(document.speeches) == 5


def test_a_speaker_who_mentions_the_meeting_is_no_notice() -> None:
    opening = "同志们：4月8日市委召开推进会议，下面，我就区里的工作作交流发言，汇报内容如下。"
    raw = f"{SPEECHES[0].byline}\n{opening}\n{LONG}\n"
    (speech,) = read_text(raw).speeches
    assert opening in speech.text.characters
    assert speech.meeting is None


UNREAD = "市经信局党组书记、局长 邬国平等三位同志"


@pytest.mark.parametrize("layout", [newspaper_body_first, newspaper_tight, web_body_first])
def test_an_unread_byline_at_the_end_shifts_no_other_speech(layout: Callable[..., str]) -> None:
    given = (*SPEECHES[:3], replace(SPEECHES[3], byline=UNREAD))
    document = read_text(layout(given))
    assert_sound(document)
    assert [speech.unit for speech in document.speeches] == [each.unit for each in given]
    names = [speech.official and speech.official.name for speech in document.speeches]
    assert names == ["沈维岳", "欧阳立群", "包静波", None]
    bodies = [
        speech.text.characters[speech.body_start :].split("\n") for speech in document.speeches
    ]
    assert bodies[:3] == [list(each.body) for each in given[:3]]
    assert bodies[3][: len(given[3].body)] == list(given[3].body)


@pytest.mark.parametrize("layout", [newspaper_headline_first, web_headline_first])
def test_an_unread_byline_at_the_beginning_shifts_no_other_speech(
    layout: Callable[..., str],
) -> None:
    given = (replace(SPEECHES[3], byline=UNREAD), *SPEECHES[:3])
    document = read_text(layout(given))
    assert_sound(document)
    named = {speech.official.name: speech for speech in document.speeches if speech.official}
    for each in given[1:]:
        speech = named[each.name]
        assert speech.unit == each.unit
        assert speech.text.characters[speech.body_start :].split("\n") == list(each.body)


def test_the_unit_that_bodies_open_with_outvotes_where_the_most_text_lies() -> None:
    # The title on top and the long text at the end look like a page of bylines above bodies.
    note = "编辑部收到读者来信，谈对本次活动的感受，" * 60 + "谢谢大家。"
    parts = [f"{given.body[0]}\n{given.byline}" for given in SPEECHES[:2]]
    document = read_text("\n\n".join([f"{TITLE}\n{SUBTITLE}", *parts, note]))
    for speech, given in zip(document.speeches[:2], SPEECHES, strict=False):
        assert (speech.unit, speech.official and speech.official.name) == (given.unit, given.name)
        assert speech.text.characters == given.body[0]


@pytest.mark.parametrize(
    "byline",
    [
        "市经信局党组书记、局长 邬国平，副局长 鲁明",
        "市经信局党组书记、局长 邬国平\n副局长 鲁明",
        "市经信局党组书记、局长 邬国平\n市经信局副局长 鲁明",
        "市经信局党组书记、局长 邬国平、\n副局长 鲁明",
    ],
)
@pytest.mark.parametrize("layout", [newspaper_body_first, web_headline_first])
def test_the_first_of_two_persons_speaks(layout: Callable[..., str], byline: str) -> None:
    given = (*SPEECHES[:3], replace(SPEECHES[3], byline=byline))
    document = read_text(layout(given))
    assert_sound(document)
    assert [speech.unit for speech in document.speeches] == [each.unit for each in given]
    last = document.speeches[-1]
    assert last.official is not None
    assert last.official.name == "邬国平"
    assert last.official.posts == (
        Post("市经信局党组书记", "市经信局"),
        Post("市经信局局长", "市经信局"),
    )
    assert last.byline is not None
    assert quote(last, last.byline) == byline.replace(" ", "").replace("\n", "")
    assert last.headline == given[-1].read_headline


def test_a_short_title_behind_the_byline_is_its_headline() -> None:
    titles = ("推进技改", "强链 补链", "向海图强", "数实融合促跃升")
    parts = [
        f"{given.byline}：{title}\n{given.body[0]}"
        for given, title in zip(SPEECHES, titles, strict=False)
    ]
    document = read_text("\n\n".join(parts))
    assert_sound(document)
    for speech, given, title in zip(document.speeches, SPEECHES, titles, strict=False):
        assert (speech.unit, speech.headline) == (given.unit, title)
        assert speech.text.characters[speech.body_start :] == given.body[0]
    assert len(document.speeches) == len(titles)


def test_the_title_dates_a_meeting_that_the_notice_gives_only_a_day() -> None:
    raw = "\n\n".join(
        [
            "奋战四季度\n——成都市2023年三季度区（市）县委书记点评会发言摘登",
            "10月12日，市委召开区（市）县委书记点评会。金堂县、武侯区负责人作发言。现摘登如下。",
            "金堂县委书记 金小城\n金堂县增长6%，项目2025年投产，2025年底产值达到20亿元。",
            "武侯区委书记 林青山\n武侯区增长7%，园区预计2025年建成，2025年引进企业30家。",
        ]
    )
    document = read_text(raw)
    assert document.meeting is not None
    assert document.meeting.name == "成都市委区（市）县委书记点评会"
    assert document.meeting.held_on == date(2023, 10, 12)
    assert {speech.spoken_on for speech in document.speeches} == {date(2023, 10, 12)}


def test_a_meeting_whose_title_says_that_people_spoke() -> None:
    raw = "\n".join(
        [
            "比学赶超 区县和部门负责人作典型发言",
            "来源：宁波日报 2024-11-08 08:15:00",
            "11月6日，宁波市委十四届七次全会召开。",
            *(line for g in SPEECHES for line in (f"{g.byline}：{g.headline[0]}", *g.body)),
        ]
    )
    document = read_text(raw)
    assert document.meeting is not None
    assert document.meeting.name == "宁波市委十四届七次全会"
    assert document.meeting.held_on == date(2024, 11, 6)
