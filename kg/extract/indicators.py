"""Names what a figure measures: the head nouns of indicators, and a topic stripped to its name."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from kg.extract.cutting import Word
from kg.extract.figure_circumstances import without_circumstances, without_talk
from kg.extract.figure_tokens import is_verbal, names_activity, tokens, verb_class
from kg.lexicon import table, words

_LONGEST_HEAD = 12
_ROUNDS = 8
_TIME = re.compile(
    r"(?:截至)?(?:目前|(?:19|20)[0-9]{2}年(?:末|底|以来)?(?:[0-9]{1,2}月(?:[末底份]|[0-9]{1,2}日)?)?"
    r"|今年(?:以来|前[一二三四五六七八九十]+个月)?|去年|上年|全年|当年|年末|年底|每年"
    r"|过去[一五]年|这[一五]年|[一二三四五1-5]年(?:来|间)"
    r"|(?:连续|近)(?:[0-9]+|[一二三四五六七八九十]+)(?:年|个月)|第?[一二三四]季度|前[一二三四五六七八九十0-9]+(?:个月|季度)|[上下]半年"
    r"|[0-9]{1,2}月(?:末|底|份)?|“?十[二三四五六]五”?(?:时期|期间|以来|末)?|截至|期末)[，、]?"
)
_INSIDE = re.compile(
    r"^在(?=.{2,}[中里]$)|(?<=[一-鿿]{2})(?<![高初集热])[中里]$|(?<=[一-鿿]{2})在全[国省市区县]$"
)
_FIRST = re.compile(r"^(?:全[国省市区县球]|世界|亚洲)?(?:首个|首家|首座|唯一)(?=.{2})年?")
_SINCE = re.compile(r"(?<=[一-鿿]{2})(?:[五5三3]年|近[五5三3]年)(?:累计|间)?(?=[一-鿿]{2})")
_THRESHOLD = re.compile(r"[超过]?(?:[0-9]+[万亿]|[十百千]?[万亿])元(?:以[上下])?")
_LEVEL_OF_PLACE = re.compile(
    r"(?:国家|世界|自治区|[省市区县])级?(?:以上)?|[1-5]?A级|" + _THRESHOLD.pattern
)
_FOR_EACH = re.compile(r"(?:平均)?每[百千万]?(?:名|户|人|平方公里|常住人口|城镇)")
_RATE = re.compile(r"[一-鿿]{2}率$")
_OPENERS = ("新", "全年", "累计")
_OF_ACTIVITY = ("工程", "项目", "行动", "计划", "基地", "中心")
_BOUND_SUFFIXES = (
    "的", "率", "量", "额", "数", "者", "性", "化", "型", "力", "度", "面积", "规模", "里程",
    "式", "区", "点", "站", "员", "方", "房", "住房",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that names what is measured.

    `bare` says nothing by itself (增速); `lent` takes what stands before another head of the same
    list (装备制造业营收、利润).
    """

    text: str
    kind: str
    bare: bool
    lent: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """The cleaned name of what is measured, and the area that stood before it."""

    name: str
    area: str = ""


@cache
def _heads() -> dict[str, Head]:
    return {
        text: Head(text, kind, use == "y", use == "l")
        for text, kind, use in table("indicator_heads", 3)
    }


def head_of(name: str) -> Head | None:
    """The longest indicator head that `name` ends with, if any."""
    for length in range(min(len(name), _LONGEST_HEAD), 0, -1):
        head = _heads().get(name[-length:])
        if head:
            return head
    rate = _RATE.search(name)
    return Head(rate.group(), "rate", bare=False, lent=False) if rate else None


def is_bare(name: str) -> bool:
    """True where `name` needs the thing before it to say anything (增速, 总量, 省级)."""
    head = _heads().get(name)
    return (head is not None and head.bare) or _LEVEL_OF_PLACE.fullmatch(name) is not None


def is_lent(name: str) -> bool:
    """True where `name` is a head that in a list belongs to the thing named first (利润)."""
    head = _heads().get(name)
    return head is not None and head.lent


def compose(previous: str, bare: str) -> str:
    """`bare` with what it belongs to: (工业机器人产量, 出口量) -> 工业机器人出口量."""
    if not previous or bare in previous:
        return previous or bare
    if _THRESHOLD.fullmatch(bare) and (sized := _THRESHOLD.search(previous)):
        return previous[: sized.start()] + bare + previous[sized.end() :]
    if _LEVEL_OF_PLACE.fullmatch(bare):
        start = _LEVEL_OF_PLACE.match(previous)
        return bare + previous[start.end() if start else 0 :]
    if bare.endswith("率") and _RATE.search(previous) and len(previous) > 4:
        return previous[:-3] + bare
    bare_head = _heads().get(bare)
    head = _last_head(previous) if bare_head and bare_head.lent else head_of(previous)
    if head is None or (bare_head and bare_head.kind in ("growth", "fall", "share")):
        return previous + bare
    stem = previous[: -len(head.text)]
    if not stem and head.bare:
        return bare
    if len(stem) >= 2 and head.kind == "amount":
        return stem + bare
    same = previous[-2:] == bare[-2:] or (head.kind == "rate" and bare.endswith(("率", "度")))
    return bare if same or (bare_head and bare_head.lent) else previous + bare


def _last_head(name: str) -> Head | None:
    """The shortest head of an amount that ends `name` (收入 of 财政收入), else the longest."""
    shorter = (head for size in (2, 3) if (head := _heads().get(name[-size:])))
    return next((head for head in shorter if head.kind == "amount"), head_of(name))


def clean(text: str, relative: bool = False) -> Topic:
    """`text` without the verbs, times, areas and joining words that stand before the name.

    `relative` is for growth, shares and ranks, whose name is the subject of the clause: a verb
    inside it belongs to the name (新产品对工业增长贡献).
    """
    text = without_circumstances(text)
    whole, text = text, _object(text, relative)
    area = _area_among(whole[: len(whole) - len(text)])
    for _ in range(_ROUNDS):
        before = text
        text = _strip_edges(text)
        text = without_talk(_FIRST.sub("", text))
        time = _TIME.match(text)
        if time and time.end() < len(text):
            text = text[time.end() :]
        scope = area_at(text)
        if scope and len(text) > len(scope):
            area, text = scope, text[len(scope) :]
        text = _without_lead(text)
        if text == before:
            break
    text = _SINCE.sub("", _INSIDE.sub("", _strip_edges(text)))
    return Topic(_strip_edges(_object(text, relative)) or text, area)


def _area_among(dropped: str) -> str:
    """The last area word among the words cut away before a name (带动全区实现)."""
    found = (area_at(dropped[token.start :]) for token in reversed(tokens(dropped)))
    return next((area for area in found if area and area != "全国"), "")


def area_at(text: str) -> str:
    """The area word that opens `text` (全市, 我省), or ""."""
    for word, unless in _scopes().get(text[:1], ()):
        if text.startswith(word) and not (unless and unless.match(text, len(word))):
            return word
    return ""


def holds_on(area: str) -> bool:
    """True for an area that the figures after it in the sentence are of too (全市, 直管区)."""
    return area in _lasting_scopes()


@cache
def _lasting_scopes() -> frozenset[str]:
    return frozenset(word for word, _, holds in table("scopes", 3) if holds)


@cache
def _scopes() -> dict[str, list[tuple[str, re.Pattern[str] | None]]]:
    """The area words by their first sign, the longest first."""
    found: dict[str, list[tuple[str, re.Pattern[str] | None]]] = defaultdict(list)
    for word, unless, _ in sorted(table("scopes", 3), key=lambda row: -len(row[0])):
        found[word[0]].append((word, re.compile(unless) if unless else None))
    return found


def _strip_edges(text: str) -> str:
    text = text.strip("，,、；;：:。—－-· 　")
    text = re.sub(r"^(?:以及|[和与及或])(?![平谐睦解好声美])", "", text)
    text = text.lstrip("的”’》）)")
    if text.count("“") > text.count("”") and text.startswith("“"):
        text = text[1:]
    return text


@cache
def _lead_words() -> dict[str, bool]:
    """Words that lead up to a name; True where they do so only before a verb."""
    return {word: before == "v" for word, before in table("lead_words", 2)}


def _without_lead(text: str) -> str:
    cut = tokens(text[:24])
    if len(cut) < 2:
        return "" if text in ("其中", "其他", "包括", "共") else text
    needs_verb = _lead_words().get(cut[0].text)
    if needs_verb is None or (needs_verb and not _leads_to_verb(cut)):
        return text
    if cut[0].text == "新" and (names_activity(cut[1].text) or verb_class(cut[1].text)):
        return text
    return text[cut[0].end :]


def _leads_to_verb(cut: tuple[Word, ...]) -> bool:
    """True where a verb follows the first word, behind an adverb or not (超长期国债 has none)."""
    if cut[1].tag[:1] != "d":
        return cut[1].tag[:1] == "v"
    return any(word.tag[:1] == "v" for word in cut[2:4])


def _object(text: str, relative: bool) -> str:
    """What the last governing verb of `text` governs, with its subject where that belongs to it."""
    if _FOR_EACH.match(text):
        return text
    cut = tokens(text)
    head = head_of(text)
    limit = len(text) - len(head.text) if head else len(text)
    bound = 0
    for index in range(len(cut) - 2, -1, -1):
        verb = verb_class(cut[index].text)
        if not verb or cut[index].end > limit or not _governs(cut, index):
            continue
        if _names_work(cut, index, bound):
            bound = cut[index].start
            continue
        if relative and verb == "governing" and not all(map(is_verbal, cut[:index])):
            continue
        if relative and head_of(cut[index].text):
            continue
        rest = text[cut[index].end :].lstrip("了着过的")
        if not _stands_alone(rest, verb):
            continue
        if verb == "achieving":
            return _achieved(text[: cut[index].start], cut[index].text, rest)
        listed = rest.rpartition("等")[2]
        return cut[index].text + listed if listed in words("generic_heads") else rest
    return text


def _names_work(cut: tuple[Word, ...], index: int, bound: int) -> bool:
    """True for a verb that tells what a 工程 is for (保护修复工程); `bound` is where one starts."""
    rest = "".join(word.text for word in cut[index + 1 :])
    work = cut[index].end == bound or re.sub("^(?:重点|重大|示范)", "", rest) in _OF_ACTIVITY
    return work and index > 0 and cut[index - 1].tag[:1] in ("n", "v")


def _stands_alone(rest: str, verb: str) -> bool:
    """False where `rest` is no name of its own, so that the verb before it belongs to the name."""
    head = head_of(rest)
    if not rest or rest[0] in "到至给" or (names_activity(rest) and head is None):
        return False
    if head is None and all(word.tag == "v" for word in tokens(rest)):
        return False
    plain = head is not None and not head.bare and head.kind in ("amount", "thing")
    mere = head is not None and head.text == rest and not plain
    return verb == "achieving" or not mere


def _achieved(before: str, verb: str, rest: str) -> str:
    """新能源汽车实现产值 -> 新能源汽车产值; 全区实现规上工业总产值 -> 规上工业总产值."""
    subject = _strip_edges(_object(before, relative=False))
    if subject and (is_bare(rest) or (len(rest) <= 4 and head_of(rest))):
        return subject + ("" if verb == "实现" else verb) + rest
    return rest


def _governs(cut: tuple[Word, ...], index: int) -> bool:
    """False where the verb is part of a noun (签约项目资金, 发展规划, 投资额)."""
    word, following = cut[index], cut[index + 1].text
    if following in _BOUND_SUFFIXES:
        return False
    activity = names_activity(word.text)
    if activity and (head := head_of(following)) and head.text == following:
        return False
    before = cut[index - 1] if index else None
    if before and before.tag == "n" and verb_class(word.text) == "governing":
        # 高速公路通车总里程: a head alone after its subject's verb names nothing.
        rest = "".join(one.text for one in cut[index + 1 :])
        head = head_of(rest)
        if head and head.text == rest and head.kind == "amount":
            return False
    inside = before and before.text not in _OPENERS and before.tag[:1] in "nvjqsfba"
    if inside and (activity or word.tag == "vn"):
        return False
    return not (activity and following in words("generic_heads"))
