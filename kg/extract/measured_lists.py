"""Splits what several figures measure into its parts: 制造业、普惠小微贷款余额分别增长…"""

from __future__ import annotations

import re

from kg.extract.indicators import Head, compose, head_of, is_bare, is_lent
from kg.lexicon import table

_MASK = re.compile(r"[“《‘「（(][^”》’」）)\n]*[”》’」）)]")
_COMMA = re.compile(r"、")
_AND = re.compile(r"、|以及|[和与及]")
# A、B产业分别实现总产值: the 总产值 of each.
_APART = re.compile(
    r"(?<=[^、和与及])(?:分别|各自)"
    r"(?:(?:实现|完成|创造|取得|达成)(?P<head>[^、，。]{2,10})|(?P<trade>出口|进口|投资|出资))$"
)
_CUT_SHORT = re.compile(r"存(?=、贷款)")
_AMOUNTS = ("amount", "thing")
_LISTED = re.compile(
    r"(?P<subject>.*、[^、]*等(?:[^、]{0,4}?(?:项目|产业|行业|企业|领域|地区|城市|产品|指标|品种|商品|工程|园区|集群))?)"
    r"(?P<rest>[^等]+、[^等]+)"
)
_BALANCE = "余额"
_SAME_ENDING = "量率额数值"
_MEASURES = "量额值"
_OWN_TRADE = re.compile(r"(?<=业)(?:增加值|总产值|产值|投资|利润|营收)$")
_TRADE = re.compile(r"(?<=.{2})(?:产业|行业)$")
_LEVEL = re.compile(r"(?:国家|世界|自治区|[省市区县州])级")
_SECTOR = re.compile(r"^[一二三]次?(?:产业|产(?!业))?")


def conjuncts(topic: str, count: int = 0) -> tuple[str, ...]:
    """The parts of `topic`, each with its full name.

    With `count` given, exactly so many parts, or () where the topic has no such parts.
    """
    topic = _APART.sub(r"\g<head>\g<trade>", _CUT_SHORT.sub("存款", topic))
    of_list = _LISTED.fullmatch(topic)
    if of_list:
        return _of_subject(of_list["subject"], conjuncts(of_list["rest"], count))
    for separator in (_COMMA, _AND):
        parts = _split(topic, separator)
        if len(parts) > 1 and (not count or len(parts) == count):
            return with_heads(parts)
    pair = _pair(topic) if count == 2 else ()
    if pair:
        return pair
    parts = _split(topic, _AND)
    if count and len(parts) > count > 1:
        return with_heads(parts[-count:])
    return ()


def _pair(topic: str) -> tuple[str, ...]:
    """What one word of `topic` says of two things: 城乡居民收入 -> 城镇居民收入, 农村居民收入."""
    for pattern, first, second in table("paired_words", 3):
        if re.search(pattern, topic):
            return tuple(re.sub(pattern, one, topic, count=1) for one in (first, second))
    return ()


def each_measurable(topic: str) -> tuple[str, ...]:
    """The parts of `topic` where each is measured by itself (社零总额、固投), else ()."""
    for separator in (_COMMA, _AND):
        parts = _split(topic, separator)
        if len(parts) > 1 and all(head_of(part) for part in parts):
            return with_heads(parts)
    return ()


def each_ranked(topic: str) -> tuple[str, ...]:
    """The parts of `topic` that a rank is given for, each by itself, else ().

    No two things share a rank, so a list parted by 、 is always one; 规模和质量 only where each
    part is measured. What 等 closes (A、B等产业产值) is one thing.
    """
    parts = conjuncts(topic) if "、" in topic else ()
    if parts and not any("等" in part for part in _split(topic, _COMMA)[-1:]):
        return parts
    return each_measurable(topic)


def each_amount(topic: str) -> tuple[str, ...]:
    """The parts of `topic` that are amounts by its last head (信息技术、装备制造营收), else ()."""
    parts = _split(topic, _COMMA)
    head = head_of(parts[-1]) if len(parts) > 1 and "等" not in parts[-1] else None
    return with_heads(parts) if head and head.kind == "amount" else ()


def unlike_parts(name: str) -> tuple[str, ...]:
    """The parts of a list of unlike things (攻关项目、资金), which no count takes together."""
    parts = _split(name, _COMMA)
    heads = [head_of(part) for part in parts]
    return tuple(parts) if len(parts) > 1 and any(h and h.kind == "amount" for h in heads) else ()


def _of_subject(subject: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """`parts` of what `subject` lists: its 产值 alone would name nothing, its 征地拆迁 does."""
    return tuple(subject + part if is_bare(part) or is_lent(part) else part for part in parts)


def with_heads(parts: list[str]) -> tuple[str, ...]:
    """`parts` with the head noun that the last one lends to the others."""
    if all(_SECTOR.match(part) for part in parts):
        tail = _SECTOR.sub("", parts[-1])
        return tuple(f"第{part[0]}产业{tail}" for part in parts)
    levels = _LEVEL.match(parts[-1])
    if levels and all(_LEVEL.fullmatch(part) for part in parts[:-1]):
        return (*(part + parts[-1][levels.end() :] for part in parts[:-1]), parts[-1])
    full = [_with_head(part, parts[-1]) for part in parts[:-1]] + [parts[-1]]
    first = full[0]
    return tuple(
        compose(first, part)
        if index and not is_bare(first) and (is_bare(part) or is_lent(part))
        else part
        for index, part in enumerate(full)
    )


def _with_head(part: str, last: str) -> str:
    """`part` with the head of `last` where it has none of its own: 制造业(贷款余额)."""
    head, own = head_of(last), head_of(part)
    if head is None or _ends_alike(part, last):
        return part
    if own and own.kind == "thing" and last.endswith(_BALANCE) and not part.endswith(_BALANCE):
        return part + _BALANCE
    counted = head.bare or head.text.endswith(("吞吐量", "余额"))
    lent = own is None or (own.kind == "thing" and counted and len(last) > len(head.text))
    if own and not lent:
        # 发电量、用电量占比: the share is of each amount.
        lent = head.kind not in _AMOUNTS and own.kind in _AMOUNTS and _rate_of_amount(last)
    if not lent:
        return part
    tail = _lent_tail(part, last, head)
    overlap = (size for size in range(len(tail) - 1, 0, -1) if part.endswith(tail[:size]))
    return part + tail[next(overlap, 0) :]


def _ends_alike(part: str, last: str) -> bool:
    """True where `part` closes with a measure as `last` does (过货量、交易额) and needs no head."""
    same = len(part) > 1 and part[-1] == last[-1] and part[-1] in _SAME_ENDING
    return same or (len(part) > 2 and part[-1] in _MEASURES and last[-1] in _MEASURES)


def _lent_tail(part: str, last: str, head: Head) -> str:
    """What `last` lends to `part`: its head, with 产业 or the amount that a share is of."""
    stem = last[: -len(head.text)]
    amount = head_of(stem) if head.bare and head.kind in ("share", "rate") else None
    if amount and len(amount.text) < len(stem):
        return amount.text + head.text
    own_trade = _OWN_TRADE.search(head.text)
    if own_trade and part.endswith("业"):
        return own_trade.group()
    trade = _TRADE.search(stem)
    return trade.group() + head.text if trade and not part.endswith("业") else head.text


def _rate_of_amount(name: str) -> bool:
    """True for 用电量占比: a rate whose name holds an amount's head before its own."""
    head = head_of(name)
    return head is not None and head_of(name[: -len(head.text)]) is not None


def listed(topic: str) -> list[str]:
    """The parts of `topic` between its 、, those inside quotes left alone."""
    return _split(topic, _COMMA) or [topic]


def _split(topic: str, separator: re.Pattern[str]) -> list[str]:
    masked = _MASK.sub(lambda match: "■" * len(match.group()), topic)
    parts, position = [], 0
    for match in separator.finditer(masked):
        parts.append(topic[position : match.start()])
        position = match.end()
    parts.append(topic[position:])
    return [part for part in (part.strip() for part in parts) if part]
