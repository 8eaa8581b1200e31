"""Splits what several figures measure into its parts: 制造业、普惠小微贷款余额分别增长…"""

from __future__ import annotations

import re

from kg.extract.indicators import compose, head_of, is_bare, is_lent

_MASK = re.compile(r"[“《‘「（(][^”》’」）)\n]*[”》’」）)]")
_COMMA = re.compile(r"、")
_AND = re.compile(r"、|以及|[和与及]")
_TOWN_AND_COUNTRY = re.compile(r"^城乡(?=常住居民|居民|低保|最低|特困|基|医|养)")
_AMOUNTS = ("amount", "thing")
_SECTOR = re.compile(r"^[一二三]次?(?:产业|产(?!业))?")


def conjuncts(topic: str, count: int = 0) -> tuple[str, ...]:
    """The parts of `topic`, each with its full name.

    With `count` given, exactly so many parts, or () where the topic has no such parts.
    """
    for separator in (_COMMA, _AND):
        parts = _split(topic, separator)
        if len(parts) > 1 and (not count or len(parts) == count):
            return with_heads(parts)
    if count == 2 and _TOWN_AND_COUNTRY.match(topic):
        rest = topic[2:]
        return ("城镇" + rest, "农村" + rest)
    parts = _split(topic, _AND)
    if count and len(parts) > count > 1:
        return with_heads(parts[-count:])
    return ()


def each_measurable(topic: str) -> tuple[str, ...]:
    """The parts of `topic` where each is measured by itself (社零总额、固投), else ()."""
    for separator in (_COMMA, _AND):
        parts = _split(topic, separator)
        if len(parts) > 1 and all(head_of(part) for part in parts):
            return with_heads(parts)
    return ()


def with_heads(parts: list[str]) -> tuple[str, ...]:
    """`parts` with the head noun that the last one lends to the others."""
    if all(_SECTOR.match(part) for part in parts):
        tail = _SECTOR.sub("", parts[-1])
        return tuple(f"第{part[0]}产业{tail}" for part in parts)
    full = [_with_head(part, parts[-1]) for part in parts[:-1]] + [parts[-1]]
    first = full[0]
    return tuple(
        compose(first, part) if index and (is_bare(part) or is_lent(part)) else part
        for index, part in enumerate(full)
    )


def _with_head(part: str, last: str) -> str:
    """`part` with the head of `last` where it has none of its own: 制造业(贷款余额)."""
    head, own = head_of(last), head_of(part)
    if head is None:
        return part
    counted = head.bare or head.text.endswith(("吞吐量", "余额"))
    lent = own is None or (own.kind == "thing" and counted and len(last) > len(head.text))
    if own and not lent:
        # 发电量、用电量占比: the share is of each amount.
        lent = head.kind not in _AMOUNTS and own.kind in _AMOUNTS and _rate_of_amount(last)
    if not lent:
        return part
    overlap = (size for size in range(len(head.text) - 1, 0, -1) if part.endswith(head.text[:size]))
    return part + head.text[next(overlap, 0) :]


def _rate_of_amount(name: str) -> bool:
    """True for 用电量占比: a rate whose name holds an amount's head before its own."""
    head = head_of(name)
    return head is not None and head_of(name[: -len(head.text)]) is not None


def _split(topic: str, separator: re.Pattern[str]) -> list[str]:
    masked = _MASK.sub(lambda match: "■" * len(match.group()), topic)
    parts, position = [], 0
    for match in separator.finditer(masked):
        parts.append(topic[position : match.start()])
        position = match.end()
    parts.append(topic[position:])
    return [part for part in (part.strip() for part in parts) if part]
