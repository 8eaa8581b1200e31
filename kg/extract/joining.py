"""Mends the word cutter's guesses: swallowed conjunctions, torn compounds, dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.cutting import BRACKET, DOCUMENT, QUOTE, Word, known
from kg.extract.roles import role
from kg.lexicon import words

_ATOMS = frozenset({QUOTE, DOCUMENT, BRACKET})
_DASHES = frozenset("—－–-·•~")
_ORDINAL_SIGNS = frozenset("第之")
_MEASURES = "座家条项台辆套处件"
_FIRST_TAGS = {"等": "u", "个": "q", "上": "f", "中": "f", "了": "ul"}
_LONGEST_VERB = 4
_NUMBER = re.compile(r"[\d一二三四五六七八九十百]+")
_TITLES = frozenset(
    [
        "都",
        "城",
        "乡",
        "家",
        "眼",
        "声",
        "光",
        "夜",
        "窗",
        "翼",
        "源",
        "国",
        "路",
        "冠",
        "旅",
        "星",
        "约",
        "心",
    ]
)
_SPLIT_BEHIND, _SPLIT_BEFORE = "及和等个上中了以", "及和等设"
_LISTED = re.compile(r"\d|[一二三四五六七八九十两几多]")


def mend(line: Sequence[Word]) -> list[Word]:
    """`line` with 铝及 cut in two, 工程建设 too, and 投入/使用, 中国/—/东盟 joined."""
    if not role("route").isdisjoint([word.text for word in line]):
        line = _join_routes(line)
    mended = _split_conjunctions(line)
    # Most sentences lack what a step looks for.
    texts = {word.text for word in mended}
    if texts & _ORDINAL_SIGNS:
        mended = _join_ordinals(mended)
    if "中" in texts:
        mended = _join_countries(mended)
    mended = _join_verbs(mended)
    return _join_dashes(mended) if texts & _DASHES else mended


def _split_conjunctions(line: Sequence[Word]) -> list[Word]:
    mended: list[Word] = []
    for index, word in enumerate(line):
        following = line[index + 1].text if index + 1 < len(line) else ""
        if mended and mended[-1].text in ("和", "与") and _opens_name(mended):
            opening = mended.pop()
            mended.append(Word(opening.start, word.end, opening.text + word.text, "nz"))
        elif mended and mended[-1].text[-1].isdigit() and _swallows_measure(word):
            mended.extend(_cut(word, 1, "q", "n"))
        elif word.text[0] in _SPLIT_BEHIND or word.text[-1] in _SPLIT_BEFORE:
            mended.extend(_split(word, following))
        else:
            mended.append(word)
    return mended


def _swallows_measure(word: Word) -> bool:
    """Whether behind a number a measure grew together with what it counts: 8/座换/电站."""
    return len(word.text) == 2 and word.text[0] in _MEASURES and not known(word.text)


def _opens_name(line: Sequence[Word]) -> bool:
    """Whether 和 at the end of `line` follows a pause: no conjunction, but (、)和若铁路."""
    return len(line) > 1 and line[-2].text == "、"


def _split(word: Word, following: str) -> list[Word]:
    text = word.text
    if text == "以新":  # 以/新时代…为统领
        return _cut(word, 1, "p", "a")
    if len(text) == 4 and text.endswith("建设") and text[:2] in words("suffixes"):
        return _cut(word, 2, "n", "vn")
    if word.tag in _ATOMS or len(text) not in (2, 3):
        return [word]
    counted = text[-1] == "等" and bool(_LISTED.match(following))
    if text[-1] in "及和等" and (counted or not known(text)):
        return _cut(word, len(text) - 1, "n", "u" if text[-1] == "等" else "c")
    swallowed = text[0] in "及和等个了" or (text[0] in "上中" and word.tag == "v")
    if swallowed and (word.tag == "j" or not known(text)):
        return _cut(word, 1, _FIRST_TAGS.get(text[0], "c"), "n")
    return [word]


def _cut(word: Word, length: int, first: str, rest: str) -> list[Word]:
    """`word` in two behind its first `length` characters, with the tags `first` and `rest`."""
    place = word.start + length
    return [
        Word(word.start, place, word.text[:length], first),
        Word(place, word.end, word.text[length:], rest),
    ]


def _join_ordinals(line: Sequence[Word]) -> list[Word]:
    """第/26/届 -> 第26届; 种业/之/都 -> 种业之都."""
    joined: list[Word] = []
    index = 0
    while index < len(line):
        length = 1
        if line[index].text == "之" and joined and _closes_title(line, index):
            before, after = joined.pop(), line[index + 1]
            text = before.text + "之" + after.text
            joined.append(Word(before.start, after.end, text, "nz"))
            index += 2
            continue
        if line[index].text == "第":
            while index + length < len(line) and _NUMBER.fullmatch(line[index + length].text):
                length += 1
            if (
                length > 1
                and index + length < len(line)
                and line[index + length].text in "届次批轮"
            ):
                length += 1
        joined.append(_join(line[index : index + length], "m") if length > 1 else line[index])
        index += length
    return joined


def _join(run: Sequence[Word], tag: str) -> Word:
    return Word(run[0].start, run[-1].end, "".join(word.text for word in run), tag)


def _join_routes(line: Sequence[Word]) -> list[Word]:
    """佳/同/铁路 -> 佳同/铁路: two places by one character each, read as something else."""
    joined: list[Word] = []
    for index, word in enumerate(line):
        following = line[index + 1].text if index + 1 < len(line) else ""
        short = bool(joined) and len(joined[-1].text) == len(word.text) == 1
        if short and word.text in role("preposition") and following in role("route"):
            before = joined.pop()
            joined.append(Word(before.start, word.end, before.text + word.text, "nz"))
        elif len(word.text) == 2 and following in role("route") and not known(word.text):
            joined.append(Word(word.start, word.end, word.text, "nz"))
        else:
            joined.append(word)
    return joined


def _join_countries(line: Sequence[Word]) -> list[Word]:
    """中/匈 -> 中匈: China and another country, each by one character."""
    joined: list[Word] = []
    for word in line:
        if joined and joined[-1].text == "中" and word.text in words("country_signs"):
            china = joined.pop()
            joined.append(Word(china.start, word.end, china.text + word.text, "ns"))
        else:
            joined.append(word)
    return joined


def _closes_title(line: Sequence[Word], index: int) -> bool:
    return index + 1 < len(line) and line[index + 1].text in _TITLES


def _join_verbs(line: Sequence[Word]) -> list[Word]:
    """Joins neighbours that together are a verb of the lexicon."""
    joined: list[Word] = []
    index = 0
    while index < len(line):
        length = _verb_length(line, index) if line[index].text in _openings() else 1
        joined.append(_join(line[index : index + length], "v") if length > 1 else line[index])
        index += length
    return joined


def _verb_length(line: Sequence[Word], index: int) -> int:
    """How many words from `index` on make the longest verb of the lexicon; 1 for none."""
    text, longest = line[index].text, 1
    for length, word in enumerate(line[index + 1 : index + _LONGEST_VERB], start=2):
        if text not in _openings():
            break
        text += word.text
        if text in words("predicates"):
            longest = length
    return longest


@cache
def _openings() -> frozenset[str]:
    return frozenset(
        verb[:length] for verb in words("predicates") for length in range(1, len(verb))
    )


def _join_dashes(line: Sequence[Word]) -> list[Word]:
    """Joins what a single dash holds together; a double one (——) parts clauses."""
    joined: list[Word] = []
    index = 0
    while index < len(line):
        word = line[index]
        if _is_inner_dash(line, index) and joined:
            before, after = joined.pop(), line[index + 1]
            text = before.text + word.text + after.text
            figures = before.text[-1].isdigit() and after.text[0].isdigit()
            joined.append(Word(before.start, after.end, text, "m" if figures else "nz"))
            index += 2
        else:
            joined.append(word)
            index += 1
    return joined


def _is_inner_dash(line: Sequence[Word], index: int) -> bool:
    if line[index].text not in _DASHES or not 0 < index < len(line) - 1:
        return False
    before, after = line[index - 1], line[index + 1]
    return (
        before.tag not in _ATOMS
        and after.tag not in _ATOMS
        and before.end == line[index].start
        and _is_word(before.text[-1])
        and _is_word(after.text[0])
    )


def _is_word(character: str) -> bool:
    return character.isalnum()
