"""Nothing of a file is lost or told twice, whatever the file looks like."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reading import read_file
from tests.reading.checks import CORPUS, SEED, assert_sound, read_text
from tests.reading.pages import LAYOUTS, NOTICE, SPEECHES, SUBTITLE, TITLE, wrap

_PIECES = [
    NOTICE,
    TITLE,
    SUBTITLE,
    "核心\n提示【 】",
    "来源：宁波日报",
    "相关报道：",
    "责任编辑：王小明",
    "各位代表：",
    "2026年宁波市政府工作报告",
    "——2026年2月2日在宁波市第十六届人民代表大会第五次会议上",
    "市长 汤飞帆",
    "省长",
    "（作者系鄞州区委书记）",
    "记者 王明 摄",
    "一、",
    "8 个 特 色 产 业",
    "GDP \u200b 5G",
    "\ufeff",
    "\f",
    *(given.byline for given in SPEECHES),
    *(line for given in SPEECHES for line in given.headline),
    *(paragraph for given in SPEECHES for paragraph in given.body),
    *(wrap(paragraph, 18) for given in SPEECHES for paragraph in given.body),
    *(f"{given.byline}：{given.body[0]}" for given in SPEECHES),
    *(f"{given.body[-1]}（{given.byline}）" for given in SPEECHES),
]
_ALPHABET = "。，：！？；“”（）【】—、 \n\r\t　\u200b一二三是区委书记市长张华 ab12.%"
_BREAKS = ["\n", "\n\n", "\r\n", "\n　　", " \n \n", "\u2028"]


def test_the_seed_is_partitioned() -> None:
    for path in sorted(SEED.glob("*.txt")):
        assert_sound(read_file(path))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the reports are not in this checkout")
def test_the_reports_are_partitioned() -> None:
    for path in sorted(CORPUS.glob("*.txt")):
        assert_sound(read_file(path))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_partitioned(layout: object) -> None:
    assert callable(layout)
    assert_sound(read_text(layout()))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(_BREAKS)), max_size=25))
def test_any_page_of_such_pieces_is_partitioned(pieces: list[tuple[str, str]]) -> None:
    assert_sound(read_text("".join(text + end for text, end in pieces)))


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        alphabet="。，：！？；“”（）【】—、 \n\r\t　\u200b一二三是区委书记市长张华 ab12.%",
        max_size=200,
    )
)
def test_any_text_is_partitioned(raw: str) -> None:
    assert_sound(read_text(raw))
