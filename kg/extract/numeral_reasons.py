"""Says why a numeral is no figure: a date, an ordinal, part of a name, a word, and so on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract.measures import Unit, unit_at
from kg.extract.numerals import FoundNumeral
from kg.lexicon import table
from kg.records import Mention

_LEFT, _RIGHT = 18, 14
_BOUNDS = ("超", "近", "上", "破", "过", "达", "约", "逾", "数", "几", "足", "到", "至", "在")
_CLASSIFIERS = ("个", "家", "项", "条", "所", "座", "件", "名", "户")
_QUOTED = re.compile(r"“[^“”\n]{1,30}”|‘[^‘’\n]{1,30}’|「[^「」\n]{1,30}」|《[^《》\n]*》")
_ONLY = re.compile(r"(?:只有|仅有|只剩|仅剩|仅)$")
_PASSED = re.compile(r"(?:突破|超过?|破|逾|迈上|跨上|站上|跨越|踏上)$")
_CLOSED = re.compile(r"$|[，。；、）\n]|大关|台阶")
_CAPACITY = re.compile(
    r"(?:年产|总投资|投资|日产|年处理|总规模|装机|总长|全长|库容|面积)(?:近|超|约)?$"
)
_MEASURED = re.compile(r"(?:增长|下降|达到|超过|突破|提高|降低).*[0-9]")
_SENTENCE_MARK = re.compile(r"[。；！？]|，.*，")


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: str
    numeral: re.Pattern[str] | None
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None

    def matches(self, left: str, right: str) -> bool:
        return (self.behind is None or self.behind.match(right) is not None) and (
            self.before is None or self.before.search(left) is not None
        )


@cache
def _rules(*, chinese: bool) -> tuple[_Rule, ...]:
    """The rules for Chinese numerals, or those for Arabic ones."""
    rules = []
    for reason, script, numeral, before, behind in table("numeral_reasons", 5):
        if script != "*" and (script == "c") != chinese:
            continue
        rules.append(
            _Rule(
                reason,
                re.compile(numeral) if numeral else None,
                re.compile(f"(?:{before})$") if before else None,
                re.compile(behind) if behind else None,
            )
        )
    return tuple(rules)


@lru_cache(maxsize=1 << 12)
def _rules_for(text: str, *, chinese: bool) -> tuple[_Rule, ...]:
    """The rules that a numeral so written can fall under, in order."""
    return tuple(
        rule
        for rule in _rules(chinese=chinese)
        if rule.numeral is None or rule.numeral.fullmatch(text)
    )


def names_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where `text` quotes a name: the short stretches in “” ‘’ 「」 and all in 《》."""
    return tuple(
        match.span()
        for match in _QUOTED.finditer(text)
        if text[match.start()] == "《"
        or not (_MEASURED.search(match.group()) or _SENTENCE_MARK.search(match.group()))
    )


def span_at(spans: Sequence[tuple[int, int]], position: int) -> tuple[int, int]:
    """Of `spans` (in order, none overlapping another) the last that begins at or before `position`.

    Where none does, an empty one.
    """
    index = bisect_right(spans, position, key=lambda span: span[0])
    return spans[index - 1] if index else (position, position)


def reason_for(
    text: str,
    numeral: FoundNumeral,
    mentions: Sequence[Mention],
    words: Sequence[tuple[int, int]],
) -> str:
    """Why `numeral` of `text` is no figure, or "" where nothing speaks against one.

    `mentions` are in order, none overlapping another. `words` are likewise the spans of longer
    dictionary words that are no numbers (统一, 千方百计). Quoted names are not looked for here, see
    `names_in`.
    """
    if numeral.special:
        return ""
    left = text[max(0, numeral.start - _LEFT) : numeral.start]
    line = left.rfind("\n")
    if line >= 0 or numeral.start < _LEFT:
        left = "⏎" + left[line + 1 :].lstrip("　 ")
    right = text[numeral.end : numeral.end + _RIGHT].split("\n")[0]
    if _in_mention(text, numeral, mentions) and not _CAPACITY.search(left):
        return "name"
    word = span_at(words, numeral.start)
    if numeral.chinese and word[0] < numeral.start and numeral.end <= word[1]:
        return "part of a word"
    for rule in _rules_for(numeral.text, chinese=numeral.chinese):
        if rule.matches(left, right):
            return rule.reason
    if numeral.chinese:
        return _chinese_reason(text, numeral, inside=numeral.end <= word[1])
    return ""


def _in_mention(text: str, numeral: FoundNumeral, mentions: Sequence[Mention]) -> bool:
    """True where the name of a mention holds the numeral and it is no count."""
    unit = unit_at(text, numeral.end)
    if unit and unit.family in ("percent", "points", "money"):
        return False
    index = bisect_right(mentions, numeral.start, key=lambda mention: mention.start)
    if not index:
        return False
    mention = mentions[index - 1]
    return (
        numeral.end <= mention.end
        and numeral.text in mention.name
        and not _counts(text, numeral, unit, mention)
    )


def _counts(text: str, numeral: FoundNumeral, unit: Unit | None, mention: Mention) -> bool:
    """True for a count or size that a name took along: 3个项目, …乡村振兴50个试点."""
    if unit is None or unit.family not in ("count", "physical"):
        return False
    if unit.family == "physical":
        return numeral.start == mention.start or text[numeral.start - 1] in "和与及、"
    return numeral.start == mention.start or (not numeral.chinese and unit.word in _CLASSIFIERS)


def passes_round_sum(text: str, numeral: FoundNumeral) -> bool:
    """True for a sum of money without its unit that a figure passed (出口突破千亿)."""
    before = _PASSED.search(text, max(0, numeral.start - 4), numeral.start)
    return before is not None and _CLOSED.match(text, numeral.end) is not None


def _chinese_reason(text: str, numeral: FoundNumeral, *, inside: bool) -> str:
    """Why a Chinese numeral that no rule names is part of a word; "" where it may count.

    `inside` says that a longer word of the dictionary holds it.
    """
    unit = unit_at(text, numeral.end)
    counted = unit is not None or text.startswith("大关", numeral.end)
    bounded = text[max(0, numeral.start - 1) : numeral.start] in _BOUNDS and counted
    if numeral.text.endswith("亿") and passes_round_sum(text, numeral):
        return ""
    over = numeral.more or text[numeral.end : numeral.end + 1] in ("余", "多")
    if numeral.text in ("零", "〇") or (inside and not bounded):
        return "part of a word"
    if (
        numeral.text == "一"
        and unit
        and _ONLY.search(text, max(0, numeral.start - 3), numeral.start)
    ):
        return ""
    if numeral.text == "一":
        return "indefinite article" if unit or over else "part of a word"
    if numeral.value is None:
        return "digits in a word"
    if not numeral.digits and not over and not bounded:
        end = numeral.end + (len(unit.word) if unit else 0)
        sized = "级" in (text[numeral.end : numeral.end + 1], text[end : end + 1])
        sized = sized or (unit is not None and text[end : end + 2] in ("以上", "以下"))
        return "size class" if sized else "round number"
    if unit is None and not over:
        return "part of a word"
    if unit and numeral.digits and not unit.counts_chinese and not numeral.magnitude:
        return "part of a word"
    return ""
