"""The head of a noun phrase (行动, 产业园, 高铁 …) and what stands before it tell what it names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kg import divisions
from kg.extract.cutting import BRACKET, DOCUMENT, QUOTE, Word, known
from kg.extract.roles import role
from kg.lexicon import table, words
from kg.records import EntityClass

_EXTENSION = re.compile(
    r"(?:(?:改造|扩建|改扩建|建设|工程)?[一二三四五六七八九十]+期|\d\.\d版?|[（(].{1,8}段[)）]|.{2,4}段|西延伸|东延伸|扩建|改扩建|"
    r"[一二三四五六七八九十\d]+号线|[一二三四五六七八九十\d]+号机组|二线|三线|复线|增建二线)+"
)
_EXTENSION_END = re.compile(r"[期版\d)）段伸建线组]$")
_LATIN_OR_DIGIT = re.compile(r"[A-Za-z\d]")
_PROPER_TAGS = frozenset({"ns", "nr", "nz", "nt", "nrt", "nrfg", "eng"})
_FRAGMENT_TAGS = frozenset({"g", "zg", "ng", "ag", "vg", "nr", "nz", "n", "j", "nrfg", "ns"})
_ABBREVIATED = frozenset(
    "哈沈蓉杭甬厦榕邕筑昆京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新港澳台疆汉蓉"
)
_WATERS = ("江", "河", "湖", "渠", "闸", "堤", "坝")
_SETTLEMENTS = frozenset("镇乡村路街")
_FIGURE = re.compile(
    r"[\d.]+\D*$|(?:LNG|IPO|GDP|AI|IP|IT|VR|EDA|PM|APP|PPP|ESG|CT|A|B|C)级?$|"
    r"第|[一二三四五六七八九十百千万]+年"
)
_MOST_WORDS = 5
_CODE = re.compile(r"\d{3,}|\d[\d+NX]*\+[\d+NX]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十百\d]+[届次]?|[12]\d{3}年?|[一二三四五六七八九十百千万\d]+年"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A head word: `cls` is what it names, `need` how much must stand before it (see the lexicon).

    `length` counts the words of the phrase up to the head's end, an extension (一期) included;
    `content` are the words before the head, a part of a word cut off by the head among them.
    """

    text: str
    cls: EntityClass
    need: str
    length: int
    content: tuple[Word, ...]


def find_head(phrase: Sequence[Word]) -> Head | None:
    """The last head of `phrase` that only follow-up words (建设, 实施 …) follow, or None."""
    return next(find_heads(phrase), None)


def find_heads(phrase: Sequence[Word]) -> Iterator[Head]:
    """All heads of `phrase` that only follow-up words follow, the last one first."""
    for length in range(_without_bracket(phrase), 0, -1):
        head = _head_at(phrase, length)
        if head and (head.need != "q" or is_quoted(head.content)):
            yield _extended(phrase, head)
        if not _may_follow(phrase[length - 1]):
            break
    if head := _head_before_extension(phrase):
        yield head


def _without_bracket(phrase: Sequence[Word]) -> int:
    """How many words of `phrase` stand before a bracket that closes it (计量中心（福建）)."""
    return len(phrase) - (len(phrase) > 1 and phrase[-1].tag == BRACKET)


def inner_head(phrase: Sequence[Word]) -> Head | None:
    """The last head inside `phrase` that has a name before it, whatever follows.

    A name is a proper one; a programme or an event needs none.
    """
    for length in range(len(phrase) - 1, 1, -1):
        head = _head_at(phrase, length)
        if head is None or head.need in "qw":
            continue
        if head.cls in _STANDING and (is_proper(head.content) or _of_china(head)):
            return _extended(phrase, head)
        if head.need == "b" and head.cls is EntityClass.EVENT:
            return head
        if head.need == "a" and head.cls is EntityClass.PROGRAMME and _plain_line(head.content):
            return head
    return None


def class_of(head: Head) -> EntityClass:
    """The class of what `head` heads: a 工程 or 通道 that is built (供水, 外送) is a project."""
    text = "".join(word.text for word in head.content)
    built = any(word in text for word in words("infrastructure")) or text.endswith(_WATERS)
    if head.text in role("works head") and built:
        return EntityClass.PROJECT
    return head.cls


def _plain_line(content: Sequence[Word]) -> bool:
    """Whether `content` is specific and one name: no 和 and no 上 in it."""
    broken = any(word.text in role("join") or word.text in role("locative") for word in content)
    return specific(content) and not broken


def _of_china(head: Head) -> bool:
    """中国…集团: a company that calls itself after the country."""
    return head.cls is EntityClass.ENTERPRISE and head.content[0].text == "中国"


def is_proper(content: Sequence[Word]) -> bool:
    """Whether a proper mark is among `content`: a place, a quote, Latin, an unknown word …"""
    return _holds_proper(content) or _spelled_out(content) or _settled(content)


def is_named(content: Sequence[Word]) -> bool:
    """Whether a proper mark other than a figure or short Latin (5G, 30万) is among `content`."""
    marks = [word for word in content if not _FIGURE.match(word.text)]
    return _holds_proper(marks) or _spelled_out(content) or _settled(content)


def _holds_proper(content: Sequence[Word]) -> bool:
    return any(_proper(word.text, word.tag) for word in content)


def _settled(content: Sequence[Word]) -> bool:
    """Whether a town, village or street is named (樟树/镇): no word of everyday before 镇."""
    return any(
        other.text in _SETTLEMENTS
        and len(one.text) > 1
        and one.end == other.start
        and one.text not in words("generic_words")
        and one.text not in words("modifiers")
        for one, other in pairwise(content)
    )


def is_marked(content: Sequence[Word]) -> bool:
    """Whether a strong proper mark is among `content`: a quote, a division, Latin or a number."""
    return any(
        word.tag in (QUOTE, "nt")
        or bool(_LATIN_OR_DIGIT.search(word.text))
        or (len(word.text) > 1 and divisions.find(word.text) is not None)
        for word in content
    )


def is_quoted(content: Sequence[Word]) -> bool:
    """Whether a quote or a code (33618, 1+8) is among `content`; a year is none."""
    return any(
        word.tag == QUOTE or (bool(_CODE.fullmatch(word.text)) and not _YEAR.fullmatch(word.text))
        for word in content
    )


def substance(content: Sequence[Word]) -> int:
    """How many characters of `content` say something: modifiers do not."""
    return sum(len(word.text) for word in content if word.text not in words("modifiers"))


def specific(content: Sequence[Word]) -> bool:
    """Whether some word of `content` is more than a generic one."""
    return any(
        word.text not in _generic() and not word.text[0].isdigit()
        for word in content
        if len(word.text) > 1 or word.tag == QUOTE
    )


@cache
def _generic() -> frozenset[str]:
    return words("generic_words") | words("modifiers") | words("size_units")


def name_of(phrase: Sequence[Word]) -> str:
    """The characters of `phrase` without quotes."""
    return strip_quotes("".join(word.text for word in phrase))


def strip_quotes(text: str) -> str:
    """`text` without quotation marks."""
    return re.sub(r"[“”‘’「」]", "", text)


def _spelled_out(content: Sequence[Word]) -> bool:
    """Whether the cutter left a word in single characters because it knows none (煜/晟)."""
    return any(
        len(one.text) == len(other.text) == 1
        and one.end == other.start
        and one.tag in _FRAGMENT_TAGS
        and other.tag in _FRAGMENT_TAGS
        and not (one.text in _plain_signs() or other.text in _plain_signs())
        for one, other in pairwise(content)
    )


@cache
def _plain_signs() -> frozenset[str]:
    """Single characters that are words of their own in reports."""
    return frozenset(
        sign
        for name in ("modifiers", "generic_words", "adverbs", "predicates", "plain_signs")
        for sign in words(name)
        if len(sign) == 1
    )


@lru_cache(maxsize=1 << 14)
def _proper(text: str, tag: str) -> bool:
    """Whether a word is a proper mark by itself."""
    if tag == QUOTE:
        return True
    if tag in (DOCUMENT, BRACKET):
        return False
    if text in words("generic_words") or text in words("modifiers"):
        return False
    if _LATIN_OR_DIGIT.search(text) or _ORDINAL.fullmatch(text):
        return True
    if len(text) == 1:
        return text in _ABBREVIATED and tag in ("j", "ns", "nr", "nz")
    if tag == "nt" or text in words("regional_names") or divisions.find(text) is not None:
        return True
    if text in words("new_words") or text in words("industries"):
        return False
    return tag in _PROPER_TAGS or not known(text)


_STANDING = frozenset(
    {
        EntityClass.PLACE,
        EntityClass.PROJECT,
        EntityClass.BODY,
        EntityClass.ENTERPRISE,
        EntityClass.FRAMEWORK,
    }
)


def _head_at(phrase: Sequence[Word], length: int) -> Head | None:
    """The longest head that ends with the word before `length` and has content before it."""
    last = phrase[length - 1]
    sizes = _sizes().get(last.text[-1])
    if sizes is None or last.tag in (QUOTE, DOCUMENT):
        return None
    tail = ""
    for word in reversed(phrase[max(0, length - _MOST_WORDS) : length]):
        if word.tag in (QUOTE, DOCUMENT):
            break
        tail = word.text + tail
    for size in sizes:
        entry = _heads().get(tail[-size:]) if size <= len(tail) else None
        if entry is None or (size == 1 and len(last.text) > 1 and known(last.text)):
            continue
        content = _content(phrase[:length], size)
        if content or entry[1] == "b":
            return Head(tail[-size:], entry[0], entry[1], length, content)
    return None


def _content(phrase: Sequence[Word], size: int) -> tuple[Word, ...]:
    """The words of `phrase` without its last `size` characters."""
    kept = list(phrase)
    while size > 0 and kept:
        word = kept.pop()
        if len(word.text) > size:
            left = word.text[:-size]
            kept.append(Word(word.start, word.end - size, left, word.tag))
            break
        size -= len(word.text)
    return tuple(kept)


def _may_follow(word: Word) -> bool:
    return word.text in words("tails")


def _extended(phrase: Sequence[Word], head: Head) -> Head:
    """Takes an extension after the head into it: 机场/三期, 工程/安徽/段."""
    if head.length == len(phrase):
        return head
    rest = "".join(word.text for word in phrase[head.length :])
    match = _EXTENSION.match(rest)
    if match is None:
        return head
    taken, length = 0, head.length
    while length < len(phrase) and taken < match.end():
        taken += len(phrase[length].text)
        length += 1
    if taken != match.end():
        return head
    return Head(head.text, head.cls, head.need, length, head.content)


def _head_before_extension(phrase: Sequence[Word]) -> Head | None:
    if not phrase or not _EXTENSION_END.search(phrase[-1].text):
        return None
    for length in range(len(phrase) - 1, 0, -1):
        rest = "".join(word.text for word in phrase[length:])
        if len(rest) > 12:
            return None
        if _EXTENSION.fullmatch(rest) and (head := _head_at(phrase, length)):
            return Head(head.text, head.cls, head.need, len(phrase), head.content)
    return None


@cache
def _heads() -> dict[str, tuple[EntityClass, str]]:
    return {head: (EntityClass(cls), need) for head, cls, need in table("suffixes", 3)}


@cache
def _sizes() -> dict[str, list[int]]:
    """How long the heads are that end with a sign, the longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for head in _heads():
        found[head[-1]].add(len(head))
    return {sign: sorted(sizes, reverse=True) for sign, sizes in found.items()}
