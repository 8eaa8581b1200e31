"""Reads the names of persons at a place of running text, where no mark closes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.cutting import cut, known
from kg.lexicon import either, table, words
from kg.reading.names import is_name, is_transliterated

Place = tuple[int, int]
"""Characters `[start, end)` of the text that was read."""

_LONGEST_PART = 10
_HAN = r"\u3400-\u9fff"
_DOTTED = re.compile(rf"[{_HAN}]{{1,8}}(?:[·•・‧．][{_HAN}]{{1,10}}?){{1,3}}")
_CLOSED = re.compile(r"[\s，。；：、,;:!?！？（()）”“\"》…—]|$")
_BETWEEN = re.compile(r"、|和|及|以及|与")
# One character that goes on with the sentence; a name of three hardly ends in it (李强说).
_GOES_ON = frozenset("说称等率在作做赴与及将曾也还是的了就从对向把被均都已则到任")
_NEVER = re.compile("[从哪的了是不这那什么里就都也很]")
_LENGTHS = (4, 3, 2)
_TRANSLITERATED = (6, 5, 4)
_NO_NAME = ("v", "d", "p", "c", "u", "r", "q")


def names_at(text: str, start: int, *, told: bool) -> tuple[Place, ...]:
    """The names that stand in `text` from `start` on, divided by 、 or 和; () where none does.

    `told` says that a post of a named body stands before: then any verb may close the last name.
    """
    names: list[Place] = []
    while (name := _name_at(text, start, told=told)) is not None:
        names.append(name)
        mark = _BETWEEN.match(text, name[1])
        if mark is None:
            break
        start = mark.end()
    return tuple(names)


def names_before(text: str, end: int) -> tuple[Place, ...]:
    """The names, two or more divided by 、, that stand in `text` up to `end`, back to a mark."""
    names: list[Place] = []
    while (name := name_before(text, end)) is not None:
        names.insert(0, name)
        if text[name[0] - 1 : name[0]] != "、":
            break
        end = name[0] - 1
    opened = not names or names[0][0] == 0 or _CLOSED.match(text, names[0][0] - 1)
    return tuple(names) if opened and len(names) > 1 else ()


def name_before(text: str, end: int) -> Place | None:
    """The name that stands in `text` up to `end`, right behind a mark or at the beginning."""
    for length in (3, 2, 4):
        start = end - length
        if start < 0 or not stands_as_name(text[start:end]):
            continue
        if start == 0 or _CLOSED.match(text, start - 1):
            return start, end
    return None


def stands_as_name(text: str) -> bool:
    """Whether `text` is a name and no everyday word (高效, 向全市)."""
    if not is_name(text):
        return False
    if len(text) > 2 and _begins_otherwise(text):
        return False
    return not known(text) or any(word.tag.startswith("nr") for word in cut(text))


def follows(text: str, end: int) -> str:
    """What may follow a name and stands at `end` of `text`: a mark, a word; "" for neither."""
    closed = _CLOSED.match(text, end)
    if closed:
        return closed.group() or "。"
    return _word_after(text, end)


def acts(text: str, end: int) -> bool:
    """Whether what stands at `end` of `text` is a word of speaking or presiding (说, 主持)."""
    return _word_after(text, end) in _said()


def _word_after(text: str, end: int) -> str:
    word = _after().match(text, end)
    return word.group() if word else ""


def _name_at(text: str, start: int, *, told: bool) -> Place | None:
    if dotted := _dotted(text, start):
        return dotted
    for end in _ends(text, start):
        if follows(text, end) and _is_likely(text, start, end):
            return start, end
    return _cut_name(text, start) if told else None


def _dotted(text: str, start: int) -> Place | None:
    """The dotted name at `start`; a mark or a whole word closes it rather than one character."""
    dotted = _DOTTED.match(text, start)
    if dotted is None or _rank().search(dotted.group()):
        return None
    ends = range(dotted.end(), min(dotted.end() + _LONGEST_PART, len(text)) + 1)
    closed = [end for end in ends if follows(text, end)]
    firm = (end for end in closed if _CLOSED.match(text, end) or len(follows(text, end)) > 1)
    end = next(firm, closed[0] if closed else None)
    return (start, end) if end else None


def _ends(text: str, start: int) -> Iterator[int]:
    for length in _LENGTHS:
        if start + length <= len(text) and is_name(text[start : start + length]):
            yield start + length
    for length in _TRANSLITERATED:
        if start + length <= len(text) and is_transliterated(text[start : start + length]):
            yield start + length


def _is_likely(text: str, start: int, end: int) -> bool:
    """Whether text[start:end], which something fit follows, is rather a name than a phrase."""
    name = text[start:end]
    if not is_name(name):
        return is_transliterated(name)
    if _is_no_name(name):
        return False
    if len(name) > 2:
        goes_on = name[-1] in _GOES_ON or len(_word_after(text, end - 1)) > 1
        if goes_on and is_name(name[:-1]):
            return False
        if known(name[:2]) and known(text[end - 1 : end + 1]) and not _tag(name).startswith("nr"):
            # 林业|工作
            return False
        return name[-2:] not in _said() and not _begins_otherwise(name) and _is_free(name)
    return _is_free(name) or (follows(text, end) in _said() and not _tag(name).startswith(_NO_NAME))


def _is_no_name(name: str) -> bool:
    """Whether `name` holds a word of grammar, or goes on with 和 (和工作队员)."""
    goes_on = name[0] == "和" and (len(name) == 2 or known(name[1:]))
    return goes_on or bool(_NEVER.search(name))


def _is_free(name: str) -> bool:
    """Whether `name` is no everyday word."""
    return not known(name) or _tag(name).startswith("nr") or _tag(name) == "ns"


def _begins_otherwise(name: str) -> bool:
    """Whether `name` opens with a verb, an adverb … of two characters (关于全, 安排了)."""
    opening = name[:2]
    if opening in words("not_names") or opening in words("predicates"):
        return True
    return known(opening) and _tag(opening).startswith(_NO_NAME)


def _tag(word: str) -> str:
    found = cut(word)
    return found[0].tag if len(found) == 1 else ""


def _cut_name(text: str, start: int) -> Place | None:
    """The name at `start` that leaves the longest everyday word behind it (张涛|深有感触)."""
    best: tuple[int, int] | None = None
    for length in (3, 2):
        name = text[start : start + length]
        if not is_name(name) or _is_no_name(name) or not _is_free(name) or _begins_otherwise(name):
            continue
        if length > 2 and not _is_free(name[:2]):
            continue
        behind = _known_length(text, start + length)
        if behind and (best is None or behind > best[0]):
            best = behind, start + length
    return (start, best[1]) if best else None


def _known_length(text: str, start: int) -> int:
    """The length of the longest everyday word of two characters or more at `start`, or 0."""
    return next(
        (n for n in (4, 3, 2) if known(text[start : start + n]) and start + n <= len(text)), 0
    )


@cache
def _after() -> re.Pattern[str]:
    actions = {word for word in words("predicates") if len(word) > 1}
    return re.compile(either(words("after_names") | actions))


@cache
def _rank() -> re.Pattern[str]:
    return re.compile(either(words("posts")))


@cache
def _said() -> frozenset[str]:
    return frozenset(word for word, kind in table("after_names", 2) if kind)
