"""Reads the words between what is measured and its number: 同比增长, 占全区的, 从…, 居全国."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.measures import Quantity, bound_before
from kg.lexicon import table
from kg.records import Comparator

_THAN = re.compile(
    r"(?:(?<!占)比(?![重例率值亚分武利])|较(?![大多快高好强]))"
    r"(?P<reference>[^，。；、：]{1,16}|全[国省市州区](?:[、和]全[国省市州区])+)(?:分别|均)?$"
)
_EXCEED = re.compile(
    r"(?P<verb>高于|低于|快于|慢于|优于|好于|高出|超出|超过|领先|领跑|落后|强于|(?:高|超|快)(?=[全平预目上去同]))"
    r"(?P<reference>[^，。；、：]{1,16}|全[国省市州区](?:[、和]全[国省市州区])+)$"
)
_SHARE = re.compile(
    r"[约均已还仅共]?占(?![比用领据优压有道]|地(?!区|方))[到了]?(?P<whole>[^，。；：从由]*)$"
)
_WHOLE_TAIL = re.compile(r"(?:总量|总数)?的?(?:比重|比例|份额|比)?的?$")
_OF = re.compile(
    r"(?:相当于|达到?|为|是)(?P<whole>(?:全|[上去]年|同期|[0-9]{4}年|同?行业|国内|国际|世界|传统|普通|以往)[^，。；、]{1,10})的$"
)
_PLANNED = re.compile(
    r"完成(?:了)?(?P<whole>(?:年度?|全年|预期|既定)?(?:计划|目标|任务){1,2}(?:总?投资)?"
    r"|(?:全年|年度)[^，。；、]{0,8}?(?:额|量|数|收入|投资))(?:数|量)?的?$"
)
_PER = re.compile(r"每(?:立方米|平方米|万?人|百户|千人|公里)$")
_WHEN = re.compile(
    r"(?:(?:19|20)[0-9]{2}年(?:末|底)?的?|当月|当季|本月|今年|去年|上年|当年|全年|“十[二三四五]五”(?:时期|期间|以来|末)?"
    r"|现在|目前|如今|当前|眼下|原来|原先|最初|当初|起初|以前|之前|此前|[上去]年同期|期初"
    r"|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:年|个月)前"
    r"|第?[一二三四]季度|上半年|下半年|前[一二三四五六七八九]个月|期末|年末|年底|连续[0-9一二三四五六七八九十]+(?:多)?(?:年|个月|个季度|季度)|连续[多数]年"
    r"|近?(?:[0-9]+|[一二三四五两十])年(?:来|间)|(?<![0-9])(?:近)?[1-9][0-9]?年(?:累计|间)?|[三五十]年|这五年|每[年月天日周季])$"
)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands between a topic and its number.

    `topic` is the length of the text before these words. `change` is +1 or -1 for a rise or fall,
    `to` and `source` mark 到 and 从, `reached` 达, `has` 有 and 完成 (which may also govern a name
    behind the number), `each` 均, `apart` 分别 and 各. `act` is a verb with its object that both
    names and changes what is measured (降本). `whole` is what a share is a share of,
    `reference` what a difference is measured against; None where the words say nothing of the kind.
    `attributive` marks 的 or 了 right before the number (全国各地的500名选手).
    """

    topic: int
    change: int = 0
    to: bool = False
    source: bool = False
    reached: bool = False
    has: bool = False
    act: str = ""
    each: bool = False
    apart: bool = False
    bound: Comparator | None = None
    whole: str | None = None
    reference: str | None = None
    attributive: bool = False


@cache
def _roles() -> dict[str, dict[str, int]]:
    roles: dict[str, dict[str, int]] = {}
    for word, role, sign in table("figure_words", 3):
        roles.setdefault(word, {})[role] = -1 if sign == "-" else 1
    return roles


@cache
def rank_verbs() -> frozenset[str]:
    """The verbs that put something in a rank (居, 位列, 升至)."""
    return frozenset(word for word, roles in _roles().items() if "rank" in roles)


@cache
def _longest() -> int:
    return max(map(len, _roles()))


def read_words(left: str, quantity: Quantity) -> Words:
    """Takes the words off the end of `left`, the text of the clause before `quantity`."""
    reader = _Reader(left, quantity)
    while reader.step():
        pass
    return reader.words()


class _Reader:
    """Shortens `rest` word by word from its end and notes what the words say."""

    def __init__(self, left: str, quantity: Quantity) -> None:
        self.rest = left
        self.attributive = left.endswith(("的", "了"))
        self.quantity = quantity
        self.change = 0
        self.act = ""
        self.found: set[str] = set()
        self.bound: Comparator | None = None
        self.whole: str | None = None
        self.reference: str | None = None

    def step(self) -> bool:
        """Takes one word off; False when the rest is the topic."""
        if self.act:
            return False
        if self.rest.endswith("的") and self._share():
            return True
        return self._lexicon_word() or self._comparison() or self._share() or self._time()

    def words(self) -> Words:
        """What was found."""
        return Words(
            topic=len(self.rest),
            change=self.change,
            to="to" in self.found,
            source="from" in self.found,
            reached="reach" in self.found,
            has="have" in self.found,
            act=self.act,
            each="each" in self.found,
            apart="apart" in self.found,
            bound=self.bound,
            whole=self.whole,
            reference=self.reference,
            attributive=self.attributive,
        )

    def _time(self) -> bool:
        match = _WHEN.search(self.rest) or _PER.search(self.rest)
        if match:
            self.rest = self.rest[: match.start()]
        return match is not None

    def _lexicon_word(self) -> bool:
        self.rest = self.rest.rstrip(" \u3000\u00a0")
        if self.rest.endswith(("“", "”")):
            return False
        for length in range(min(_longest(), len(self.rest)), 0, -1):
            word = self.rest[-length:]
            roles = _roles().get(word)
            if roles is None:
                continue
            if "noun" in roles:
                return False
            if self._accept(word, roles):
                return True
        return False

    def _accept(self, word: str, roles: dict[str, int]) -> bool:
        role = next((role for role in roles if self._allowed(word, role)), None)
        if role is None:
            return False
        self.rest = self.rest[: -len(word)]
        self.found.add(role)
        if role in ("change", "than", "act", "gain"):
            self.change = roles[role]
        if role == "act":
            self.act = word
        if role == "than" and self.reference is None:
            self._comparison()
        if role == "bound" and self.bound is None:
            self.bound = bound_before(word)
        return True

    def _allowed(self, word: str, role: str) -> bool:
        seen, family = self.found, self.quantity.family
        ratio = family in ("percent", "times", "points", "growth")
        if family == "rank" and role in ("change", "move", "than", "act", "gain"):
            return False
        if role == "change":
            return (
                not self.change and self.whole is None and (ratio or len(word) > 1 or "to" in seen)
            )
        if role == "move":
            return "to" in seen or (bool(seen & {"reach", "have"}) and not ratio)
        if role == "than":
            return ratio and not self.change and _THAN.search(self.rest[: -len(word)]) is not None
        if role == "act":
            return not self.change and "to" not in seen
        if role == "gain":
            return not ratio and not self.change
        if role in ("to", "from"):
            return not self.change and role not in seen
        if role == "bound":
            return word not in ("过", "上") or self.quantity.numeral.chinese
        if role == "have":
            return not seen & {"change", "reach", "have"}
        return role in ("reach", "adverb", "each", "apart") and not (
            role == "reach"
            and self.change
            and word in ("有", "为", "在", "完成", "实现", "共", "是")
        )

    def _comparison(self) -> bool:
        """比全国高, 高于全国, 较上年末增长: what the difference is measured against."""
        if self.reference is not None:
            return False
        match = _THAN.search(self.rest) if self.change or self.quantity.family == "growth" else None
        if match is None and self.quantity.family == "points" and not self.change:
            match = _EXCEED.search(self.rest)
            if match:
                lower = match["verb"] in ("低于", "慢于", "落后")
                self.change = -1 if lower else 1
        if match is None:
            return False
        self.reference = match["reference"]
        self.rest = self.rest[: match.start()]
        return True

    def _share(self) -> bool:
        if self.whole is not None or self.quantity.family not in ("percent", "share", "times"):
            return False
        wholes = (_SHARE, _OF) if self.change else (_SHARE, _OF, _PLANNED)
        match = next((found for one in wholes if (found := one.search(self.rest))), None)
        if match is None or len(match["whole"]) > 30:
            return False
        self.whole = _WHOLE_TAIL.sub("", match["whole"])
        self.rest = self.rest[: match.start()]
        return True


def is_predicate(word: str) -> bool:
    """True for a word that states how much or which rank, and so ends a name (居, 达到, 超过)."""
    roles = _roles().get(word, {})
    return bool(roles.keys() & {"reach", "rank", "bound", "have"}) or word in ("增长", "下降")


def change_of(word: str) -> int:
    """+1 or -1 where `word` of more than one character tells of a rise or fall, else 0."""
    return _roles().get(word, {}).get("change", 0) if len(word) > 1 else 0
