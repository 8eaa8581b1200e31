"""Reflow: lines and columns become paragraphs, each character with its place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import Speech
from tests.reading.checks import assert_true_offsets, assert_true_spans, read_text
from tests.reading.pages import SPEECHES, break_columns, wrap

BYLINE = SPEECHES[0].byline
SENTENCES = "全区规上工业增加值增长8.3%，高于全市1.2个百分点。新开工项目38个，总投资412.5亿元。"


def body(raw: str) -> list[str]:
    return _speech(raw).text.characters.split("\n")


def _speech(raw: str) -> Speech:
    (speech,) = read_text(f"{BYLINE}\n\n{raw}\n").speeches
    return speech


def test_justification_spaces_are_dropped() -> None:
    raw = (
        "新入驻高新技术企业和专精特新企\n业 15 家，新入库规上工业企业 13 家，\n"
        "带动 2 个主导产业、4 个优势产业、8\n个 特 色 产 业 产 值 分 别 增 长 4.9% 、\n"
        "25.8%、10.8%。"
    )
    assert body(raw) == [
        "新入驻高新技术企业和专精特新企业15家，新入库规上工业企业13家，"
        "带动2个主导产业、4个优势产业、8个特色产业产值分别增长4.9%、25.8%、10.8%。"
    ]


def test_english_words_keep_one_space() -> None:
    raw = "全区推广Open  Source Day活动，GDP 增长 6%，问界新 M9、iPhone 16 等产品热销。"
    assert body(raw) == ["全区推广Open Source Day活动，GDP增长6%，问界新M9、iPhone 16等产品热销。"]


def test_words_and_numbers_cut_by_lines_are_joined() -> None:
    raw = (
        "今年一季度全区实现地区生产总值21\n30.6亿元，其中规上工业增加值增长GD\n"
        "P增速的1.2倍，外贸进出口总额增长了8.\n4%，新增企业20家，总数达到240家。"
    )
    (paragraph,) = body(raw)
    assert "生产总值2130.6亿元" in paragraph
    assert "增长GDP增速" in paragraph
    assert "增长了8.4%" in paragraph


def test_blank_lines_at_column_breaks_do_not_cut_sentences() -> None:
    text = "".join(SPEECHES[0].body)
    raw = break_columns(wrap(text, 17), 3)
    assert "".join(body(raw)) == text


def test_sections_begin_paragraphs_in_wrapped_text() -> None:
    sections = [f"一、抓产业。{SENTENCES}", f"二、抓创新。{SENTENCES}", f"三、抓民生。{SENTENCES}"]
    assert body("\n".join(wrap(section, 20) for section in sections)) == sections


def test_headings_on_their_own_line_stay_apart_in_wrapped_text() -> None:
    parts = ["（一）产业", SENTENCES * 2, "（二）创新", SENTENCES * 2]
    assert body("\n".join(wrap(part, 24) for part in parts)) == parts


def test_each_line_is_a_paragraph_in_web_text() -> None:
    lines = [
        "一、工作回顾",
        SENTENCES,
        "生态底色更加亮丽。",
        SENTENCES * 3,
        "各位代表！",
        SENTENCES,
    ]
    assert body("\n".join(lines)) == lines


def test_a_web_line_broken_after_a_comma_is_joined() -> None:
    assert body(f"{SENTENCES}\n新增企业10家，\n总数达到140家。\n{SENTENCES}") == [
        SENTENCES,
        "新增企业10家，总数达到140家。",
        SENTENCES,
    ]


def test_invisible_characters_are_layout() -> None:
    assert body(f"\ufeff新开工\u200b项目38\u00ad个。\u3000\n{SENTENCES}") == [
        "新开工项目38个。",
        SENTENCES,
    ]


def test_spans_lead_back_to_the_cut_number() -> None:
    raw = (
        "鄞州区抓紧抓实制造业当家产业，今\n年以来全区新开工重点建设项目13\n"
        "8个，增长8.3%，总投资412.5亿元。"
    )
    speech = _speech(raw)
    start = speech.text.characters.index("138个")
    span = speech.text.span(start, start + 4)
    assert speech.file.raw[span.start : span.end] == "13\n8个"


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([*SPEECHES[0].body, *SPEECHES[1].body, SENTENCES, "（一）产业"]), min_size=1
    ),
    st.floats(min_value=8, max_value=40),
    st.integers(min_value=2, max_value=9),
    st.sampled_from(["", "　　"]),
)
def test_wrapping_loses_and_moves_nothing(
    parts: list[str], width: float, every: int, indent: str
) -> None:
    raw = break_columns("\n".join(wrap(part, width, indent) for part in parts), every)
    speech = _speech(raw)
    assert_true_offsets(speech)
    assert_true_spans(speech)
    flat = speech.text.characters.replace("\n", "").replace(" ", "")
    assert flat == "".join(parts).replace(" ", "")
