"""Bytes to text: tells UTF-8, UTF-16 and GB18030 apart, and refuses what is none of them."""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import islice

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
)
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_SAMPLE = 4000
_TELLING = 10
# Chinese text is over 95 % common characters; text read with a wrong encoding is below 60 %.
_COMMON_SHARE = 0.75
_CONTROL_SHARE = 0.01
# Half of a Japanese text is kana, and most of a Korean one hangul; of a Chinese text a brand (の).
_FOREIGN_SHARE = 0.15


class DecodingError(ValueError):
    """The bytes are no text we can read; the message says why, without naming the file."""


def decode_text(data: bytes) -> tuple[str, str]:
    """The text of `data` without its byte order mark, newlines as they are, and its encoding.

    Raises DecodingError for empty, binary, broken or unknown bytes and text that is not Chinese.
    """
    if not data:
        raise DecodingError("the file is empty")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise DecodingError(f"this is {what}, not a text file")
    text, encoding = _decode(data)
    if not text.strip():
        raise DecodingError("the file holds nothing but white space")
    if "\x00" in text or len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise DecodingError("this looks like a binary file, not a text")
    _refuse_other_languages(text)
    return text, encoding


def _refuse_other_languages(text: str) -> None:
    han = len(_HAN.findall(text))
    if not han:
        raise DecodingError("no Chinese text in the file")
    for letters, language in ((_KANA, "Japanese"), (_HANGUL, "Korean")):
        foreign = len(letters.findall(text))
        if foreign > _FOREIGN_SHARE * (foreign + han):
            raise DecodingError(f"this looks like {language}, not Chinese")


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding), encoding
    utf8 = _attempt(data, "utf-8")
    if utf8 is not None and "\x00" not in utf8 and _HAN.search(utf8):
        return utf8, "utf-8"
    for encoding in ("utf-16-le", "utf-16-be", "gb18030"):
        text = _attempt(data, encoding)
        if text is not None and _reads_as_chinese(text):
            return text, encoding
    if utf8 is not None:
        return utf8, "utf-8"
    raise DecodingError(_complaint(data))


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodingError(_broken(data, encoding, error)) from None


def _broken(data: bytes, encoding: str, error: UnicodeDecodeError) -> str:
    before = data[: error.start].decode(encoding, errors="ignore")
    line = before.count("\n") + 1
    return f"broken {encoding.upper()} at byte {error.start}, line {line} ({error.reason})"


def _complaint(data: bytes) -> str:
    """Why no encoding fits: the one that reads best up to its first bad byte, and where that is."""
    for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            good = data[: error.start].decode(encoding, errors="ignore")
            telling = len(good) >= _TELLING or error.start >= len(data) / 2
            if telling and _reads_as_chinese(good):
                return _broken(data, encoding, error)
    if len(_CONTROL.findall(data[:_SAMPLE].decode("latin-1"))) > _CONTROL_SHARE * _SAMPLE:
        return "this looks like a binary file, not a text"
    return "the encoding is none of UTF-8, GB18030 and UTF-16"


def _reads_as_chinese(text: str) -> bool:
    letters = list(
        islice((c for c in text if c > "\x7f" and not c.isspace()), _SAMPLE),
    )
    strange = sum(1 for c in islice(text, _SAMPLE) if c < " " and c not in "\t\r\n\f\v")
    if not letters or strange > _CONTROL_SHARE * min(len(text), _SAMPLE):
        return False
    return sum(map(_is_common, letters)) >= _COMMON_SHARE * len(letters)


def _is_common(character: str) -> bool:
    """Among the 3755 most used characters (GB 2312 level 1), or punctuation of Chinese text."""
    if _HAN.match(character):
        try:
            return character.encode("gb2312") < b"\xd8"
        except UnicodeEncodeError:
            return False
    return unicodedata.category(character)[0] == "P" and (
        unicodedata.east_asian_width(character) in "WFA"
    )
