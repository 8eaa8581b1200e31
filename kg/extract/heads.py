"""The head of a noun phrase (行动, 产业园, 高铁 …) and what stands before it tell what it names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.cutting import BRACKET, DOCUMENT, QUOTE, Word, known
from kg.extract.marks import is_proper, is_quoted, specific
from kg.extract.roles import role
from kg.lexicon import table, words
from kg.records import EntityClass

_EXTENSION = re.compile(
    r"(?:(?:改造|扩建|改扩建|建设|工程)?[一二三四五六七八九十]+期|\d\.\d版?|[（(].{1,8}段[)）]|.{2,4}段|[东西南北中]段|西延伸|东延伸|扩建|改扩建|迁建|搬迁|异地新建|"
    r"[一二三四五六七八九十\d]+号线|[一二三四五六七八九十\d]+号机组|二线|三线|复线|增建二线)+"
)
_EXTENSION_END = re.compile(r"[期版\d)）段伸建线组迁]$")
_WATERS = ("江", "河", "湖", "渠", "闸", "堤", "坝")
_MOST_WORDS = 5


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
    if head.text not in role("works head"):
        return head.cls
    text = "".join(word.text for word in head.content)
    built = any(word in text for word in words("infrastructure")) or text.endswith(_WATERS)
    return EntityClass.PROJECT if built else head.cls


def _plain_line(content: Sequence[Word]) -> bool:
    """Whether `content` is specific and one name: no 和 and no 上 in it."""
    broken = any(word.text in role("join") or word.text in role("locative") for word in content)
    return specific(content) and not broken


def _of_china(head: Head) -> bool:
    """中国…集团: a company that calls itself after the country."""
    return head.cls is EntityClass.ENTERPRISE and head.content[0].text == "中国"


def name_of(phrase: Sequence[Word]) -> str:
    """The characters of `phrase` without quotes."""
    return strip_quotes("".join(word.text for word in phrase))


def strip_quotes(text: str) -> str:
    """`text` without quotation marks."""
    return re.sub(r"[“”‘’「」]", "", text)


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
        if word.tag in (QUOTE, DOCUMENT) or len(tail) >= sizes[0]:
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
