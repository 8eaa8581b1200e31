"""Encodings are told apart by their bytes; what is no Chinese text is refused with the reason."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reading.decoding import DecodingError, decode_text
from tests.reading.pages import SPEECHES

TEXT = "　　" + "\r\n".join(SPEECHES[0].body) + "\n「〇」LED 5G，艾尔肯·吐尼亚孜。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_known_encodings_keep_every_character(data: bytes, encoding: str) -> None:
    assert decode_text(data) == (TEXT, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["发展", "全市生产总值增长6%。\n", "一季度，GDP增长5.7%，固投增长10.7%。", "中国石油"]
)
def test_short_texts_are_told_apart(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding))[0] == text


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet="的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年"
        "动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高，。0123%",
        min_size=8,
    ),
    st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-16-be"]),
)
def test_common_text_survives_each_encoding(text: str, encoding: str) -> None:
    if sum(character > "\u3400" for character in text) >= 6:
        assert decode_text(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "white space"),
        ("　　\n".encode(), "white space"),
        (b"%PDF-1.7\n" + b"\x00\x01" * 90, "PDF"),
        (b"PK\x03\x04" + bytes(range(256)), "office"),
        (b"\x89PNG\r\n\x1a\n" + bytes(900), "image"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x00" * 500, "binary"),
        (b"Plain English text, nothing else.\n" * 20, "no Chinese"),
        ("Текст на русском языке, и больше ничего. ".encode() * 9, "no Chinese"),
        ("今日は日本語の文章です。".encode(), "Japanese"),
        ("東京都知事の施政方針表明、経済成長を推進する。".encode("utf-16"), "Japanese"),
        ("大韓民國 대통령 취임사 전문을 싣는다. ".encode() * 3, "Korean"),
        ("Größe und Übermaß, façade, señor, naïve".encode("latin-1") * 20, "none of UTF-8"),
    ],
)
def test_what_is_no_chinese_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(DecodingError, match=says):
        decode_text(data)


def test_broken_utf8_names_the_place() -> None:
    good = "第一行文字在这里。\n第二行文字也在。\n".encode()
    with pytest.raises(DecodingError, match=rf"broken UTF-8 at byte {len(good)}, line 3"):
        decode_text(good + b"\xff\xfe\xff" + "后面还有很多文字。".encode())


def test_a_cut_off_file_is_refused_not_mended() -> None:
    with pytest.raises(DecodingError, match="broken UTF-8"):
        decode_text(TEXT.encode()[:-1])
    with pytest.raises(DecodingError, match="broken UTF-16-LE"):
        decode_text(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"\x2d")


def test_a_foreign_brand_leaves_a_text_chinese() -> None:
    text = f"全市引进“優の良品”“ユニクロ”等首店32家，发展夜间经济。{SPEECHES[0].body[0]}"
    assert decode_text(text.encode())[0] == text
