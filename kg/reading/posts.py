"""Composes the posts of a byline in full: 局长 behind 市人力社保局党组书记 -> 市人力社保局局长."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from kg import divisions
from kg.lexicon import table
from kg.reading.bylines import Phrase
from kg.records import Post

# 市 of 市委书记 and 市长: the place is named elsewhere on the page.
BARE_LEVELS = ("自治区", "自治州", "自治县", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡")
_COMMITTEE = re.compile(r"(?P<place>.*(?:省|市|区|县|州|盟|旗))(?:委|委员会)$")
_YOUTH_LEAGUE = re.compile(r"^(?:团|共青团)")
_PREFECTURE_COMMITTEE = re.compile(r"(?P<stem>.+)地委$")
_OF_GOVERNMENT = re.compile(r"公安|人民政府|政府|人大|政协|人武部")
_GOVERNMENT = re.compile(r"(?:人民)?政府$")
_DOUBLED = re.compile(r"(?P<unit>.+(?P<kind>[省市区县州盟旗]))(?P=kind)$")

Place = Callable[[str], str]


@cache
def _party() -> re.Pattern[str]:
    endings = [row[0] for row in table("organs", 2) if row[1] == "party"]
    endings.sort(key=lambda ending: (-len(ending), ending))
    return re.compile("(?:" + "|".join(endings) + ")$")


@cache
def _bare_organs() -> frozenset[str]:
    return frozenset(row[0] for row in table("organs", 2) if row[1])


def compose(phrases: Sequence[Phrase], place: Place) -> tuple[Post, ...]:
    """The posts that `phrases` name, in their order, spelled in full.

    `place` gives the name of the place that a bare 省, 市, 区 … of this page means, or "".
    """
    posts: list[Post] = []
    organ = ""
    for phrase in phrases:
        post = _post(phrase, posts[-1] if posts else None, organ, place)
        posts.append(post)
        if phrase.prefix not in _bare_organs():
            organ = _organ(phrase, post) or organ
    return tuple(posts)


def speaking_unit(phrases: Sequence[Phrase], posts: Sequence[Post]) -> str:
    """The unit that the holder of `posts` speaks for: the one led, before one only belonged to."""

    def weight(position: int) -> tuple[bool, bool, bool, int]:
        phrase = phrases[position]
        return (not posts[position].unit, phrase.member, phrase.deputy, position)

    return posts[min(range(len(posts)), key=weight)].unit if posts else ""


def own_unit(phrases: Sequence[Phrase]) -> str:
    """The unit that `phrases` name without the help of their page, or ""."""
    return speaking_unit(phrases, compose(phrases, lambda level: ""))


def _post(phrase: Phrase, last: Post | None, organ: str, place: Place) -> Post:
    prefix = phrase.prefix.removeprefix("中共")
    if not prefix:
        return _bare_rank(phrase, last, place)
    if last and prefix in _bare_organs():
        # 县委常委、公安局局长: the committee's are its own departments only.
        head = _COMMITTEE.sub(r"\g<place>", organ) if _OF_GOVERNMENT.match(prefix) else organ
        unit = unit_of(head + prefix, phrase) if head else last.unit
        return Post((head or last.unit) + phrase.text, unit)
    unit = unit_of(prefix, phrase)
    if unit not in BARE_LEVELS:
        return Post(phrase.text, unit)
    if last and last.unit not in BARE_LEVELS and last.unit.endswith(unit) and phrase.level:
        named = last.unit
    else:
        named = "" if phrase.member else place(unit)
    if not named:
        return Post(phrase.text, prefix)
    return Post(named + phrase.text.removeprefix("中共").removeprefix(unit), named)


def _bare_rank(phrase: Phrase, last: Post | None, place: Place) -> Post:
    """A rank alone (局长, 省长): of the unit before it in the byline, or of the page's place."""
    if phrase.level:
        fits = last is not None and last.unit.endswith(phrase.level)
        unit = last.unit if last and fits else place(phrase.level)
        return Post(unit + phrase.text, unit)
    return Post(last.unit + phrase.text, last.unit) if last else Post(phrase.text, "")


def _organ(phrase: Phrase, post: Post) -> str:
    """What a later bare organ of the byline belongs to: 市委 of 市委常委 for 组织部部长."""
    prefix = post.title.removeprefix("中共").removesuffix(phrase.rank)
    return _party().sub("", prefix) if prefix else ""


def unit_of(prefix: str, phrase: Phrase) -> str:
    """The unit of a post from what stands before its rank.

    九龙坡区委 -> 九龙坡区, 忠县县委 -> 忠县, 市文化旅游委党委 -> 市文化旅游委, 市委 -> 市 for a
    leader and 市委 for a member.
    """
    unit = prefix
    while (shorter := _party().sub("", unit)) and shorter != unit:
        unit = shorter
    leads = phrase.level or phrase.rank.endswith("主席") or unit != prefix
    if leads and (shorter := _GOVERNMENT.sub("", unit)):
        unit = shorter
    if _YOUTH_LEAGUE.match(unit):
        return unit
    if committee := _COMMITTEE.match(unit):
        place = committee["place"]
        if place in BARE_LEVELS and phrase.member:
            return unit
        unit = place
    elif committee := _PREFECTURE_COMMITTEE.match(unit):
        unit = committee["stem"] + "地区"
    if (doubled := _DOUBLED.match(unit)) and not divisions.find(unit):
        unit = doubled["unit"]
    return _without_outer(unit)


def _without_outer(unit: str) -> str:
    """重庆市九龙坡区 -> 九龙坡区, where the register has the second in the first."""
    for cut in range(2, len(unit) - 1):
        outer, inner = unit[:cut], unit[cut:]
        if divisions.find(outer) and outer[-1] in "省市区州盟" and divisions.find(inner, outer):
            return _without_outer(inner)
    return unit
