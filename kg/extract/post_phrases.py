"""Reads the posts that running text sets before a person's name: 某市委副书记、市长."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg import divisions
from kg.extract.cutting import Word, cut
from kg.extract.home import Home
from kg.extract.person_names import Place
from kg.lexicon import either, words
from kg.reading.bylines import Phrase, parse_phrases
from kg.records import Post

_LED = r"(?:[四五几](?:家|大|大家|套)?班子|党政(?:班子)?|班子|主要)?领导(?:干部|同志)?"
_LEADERS = re.compile(
    rf"(?P<level>自治区|[省市区县州盟旗镇乡])(?:委|政府|人大|政协)?[省市区县级直]?{_LED}$"
)
# In running text a seat is told of too often for a post: 人大代表, 客商代表, 小组成员.
_SEATS = frozenset(("代表", "成员", "董事", "经理", "委员", "人大代表", "政协委员"))
_NOT_RANK = re.compile(r"员|助理|医师|护师|技师|办公会|信箱|热线|团")
# A note in brackets may stand inside the name of a body: 县科工局（县国防科工办）局长.
_MARK = re.compile(
    r"[（(][^（）()]{1,20}[）)](?=[\u4e00-\u9fff])|[，。；：！？“”‘’《》()（）\[\]【】\s,;:!?…—]"
)
_SHORT = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,8})(?P<rank>副?(?P<level>[省市区县州旗镇乡])长)$")
_MODIFIERS = frozenset(["原", "代", "副", "时任", "现任", "常务", "第一", "代理", "执行", "名誉"])
_MODIFIED = re.compile(r"(?:代理?|常务|第一|执行|名誉)?副?$")
_FORMER = re.compile(r"原|时任|现任")
_FORMER_END = re.compile(r"(?:原|时任|现任)$")
_STOP_WORDS = frozenset(
    [
        "时",
        "后",
        "前",
        "上",
        "下",
        "里",
        "领",
        "任",
        "请",
        "该",
        "据",
        "经",
        "和",
        "及",
        "与",
        "并",
        "由",
        "等",
        "位",
        "名",
        "个",
        "中",
    ]
)
_STOP_TAGS = ("p", "u", "y", "r", "d", "m", "c")
_VERBS = ("v", "vd", "vi", "vg")
_ANCHOR = re.compile(
    r"自治区|自治州|[省市区县州盟旗](?=[\u4e00-\u9fff])|中共|共青团|团[省市县区]|国家|中国|中央|全国"
)
_OF_LEVEL = re.compile("[省市区县州旗镇乡]长")
_HAN = re.compile(r"(?![副代兼任原和、])[\u4e00-\u9fff]")
_PLACES = frozenset("村路街镇乡湖河江道桥区园站港线口坡岭湾洲沙坝")
_LONGEST_DIVISION = 12
_REACH = 40


@dataclass(frozen=True, slots=True)
class PostText:
    """The posts that stand in `[start, end)` of a text, right before a name, in their order.

    `former` says that they are held no longer (原县长).
    """

    start: int
    end: int
    phrases: tuple[Phrase, ...]
    posts: tuple[Post, ...]
    former: bool = False

    @property
    def led(self) -> tuple[str, ...]:
        """The units led, each once; a seat (市委常委) or a former post leads none."""
        pairs = zip(self.posts, self.phrases, strict=True)
        units = (post.unit for post, phrase in pairs if not (phrase.member or self.former))
        return tuple(dict.fromkeys(unit for unit in units if unit))

    @property
    def of_many(self) -> bool:
        """Whether the posts are those of several leaders named together (县领导)."""
        return bool(_LEADERS.search(self.phrases[-1].text))

    @property
    def told(self) -> bool:
        """Whether the posts say of which body or of what level they are."""
        return any(phrase.prefix or phrase.level for phrase in self.phrases)


def rank_ends(text: str, start: int = 0) -> Iterator[int]:
    """Where a rank ends in `text`, and something that may be a name follows."""
    for match in _ranks().finditer(text, start):
        end = match.end()
        if match.group() in _SEATS or _NOT_RANK.match(text, end):
            continue
        # 柳树镇|长青路
        over = (word for word in cut(text) if word.start < end < word.end)
        if not any(word.tag[:2] != "nr" and word.text not in words("surnames") for word in over):
            yield end


def names_place(text: str, end: int, name: Place) -> bool:
    """Whether the rank that ends at `end` of `text` and `name` are rather a place (某镇|长山村)."""
    doubled = text[end - 3 : end - 2] == text[end - 2 : end - 1]
    if (
        doubled
        or not _OF_LEVEL.match(text, end - 2, end)
        or not _HAN.match(text[end - 3 : end - 2])
    ):
        return False
    return text[name[1] - 1] in _PLACES or text[name[1] : name[1] + 1] in _PLACES


def posts_before(text: str, end: int, floor: int, home: Home) -> PostText | None:
    """The posts that close at `end` of `text` and begin behind `floor`; None where none do."""
    marks = (mark.end() for mark in _MARK.finditer(text, floor, end) if len(mark.group()) == 1)
    floor = max([floor, end - _REACH, *marks])
    if leaders := _LEADERS.search(text, floor, end):
        return _leaders(text, leaders, home)
    start, phrases = _chain(text, floor, end)
    if not phrases:
        return None
    former = text.startswith("原", start)
    posts = home.posts(phrases)
    level = phrases[0].level
    if level and not phrases[0].prefix and text[:start].endswith(level):
        posts = (Post(posts[0].title, _unregistered(text[floor:start])), *posts[1:])
    return PostText(start, end, phrases, posts, former)


def _unregistered(text: str) -> str:
    """The division that `text` ends with and no register tells for certain: (会上)海州区."""
    name = ""
    for word in reversed(cut(text)):
        name = word.text + name
        if len(name) > 2:
            break
    return name if len(name) > 2 else ""


def _chain(text: str, floor: int, end: int) -> tuple[int, tuple[Phrase, ...]]:
    """Where the posts divided by 、 begin that close at `end`, and their phrases."""
    start = end
    phrases: tuple[Phrase, ...] = ()
    while start > floor:
        close = start - 1 if phrases else end
        if phrases and text[close] != "、":
            break
        comma = text.rfind("、", floor, close)
        begin, more = _listed(text, floor if comma < 0 else comma + 1, close)
        if not more:
            break
        start, phrases = begin, (*more, *phrases)
    return start, tuple(each for each in phrases if each.rank.removeprefix("副") not in _SEATS)


def posts_within(text: str, start: int, end: int, home: Home) -> PostText | None:
    """The posts that the whole of text[start:end] is, or None."""
    found = posts_before(text, end, start, home)
    return found if found and found.start == start else None


def leaders_of(text: str, start: int, end: int, home: Home) -> PostText | None:
    """The leaders of a division that text[start:end] speaks of as a whole: 县四家班子领导."""
    match = _LEADERS.search(text, start, end)
    return _leaders(text, match, home) if match else None


def _leaders(text: str, match: re.Match[str], home: Home) -> PostText:
    """黄石市县领导: of the division whose name ends there, else of the text's own."""
    level = match["level"]
    close = match.end("level")
    start, unit = match.start(), home.place(level)
    for length in range(_LONGEST_DIVISION, 1, -1):
        if close - length >= 0 and (found := divisions.find(text[close - length : close])):
            start, unit = close - length, found.name
            break
    title = text[start : match.end()]
    phrase = Phrase(title, text[start:close], title[close - start :], level, False, False)
    return PostText(start, match.end(), (phrase,), (Post(title, unit),))


def _listed(text: str, start: int, end: int) -> tuple[int, tuple[Phrase, ...]]:
    """Where the post that closes text[start:end] begins, and its phrases; () where none does."""
    for begin in _beginnings(text, start, end):
        former = _FORMER.match(text, begin, end)
        if former and (phrases := parse_phrases(text[former.end() : end])):
            return begin, phrases
        phrases = parse_phrases(text[begin:end]) or _shortened(text[begin:end])
        if not phrases:
            continue
        if former := _FORMER_END.search(text, start, begin):
            return former.start(), phrases
        wider = _MODIFIED.search(text, start, begin)
        if wider and not phrases[0].prefix:
            fuller = parse_phrases(text[wider.start() : end])
            return (wider.start(), fuller) if fuller else (begin, phrases)
        return begin, phrases
    return end, ()


def _beginnings(text: str, start: int, end: int) -> Iterator[int]:
    """Where the post may begin: at the name of a division, at the nouns before the rank, later."""
    line = cut(text[start:end])
    organs = [match.span() for match in _departments().finditer(text[start:end])]
    stretch: list[int] = []
    nouns: list[int] = []
    for word in reversed(line):
        inside = any(left <= word.start and word.end <= right for left, right in organs)
        if not inside and _stops(word):
            break
        stretch.insert(0, start + word.start)
        if len(nouns) + 1 == len(stretch) and word.tag not in _VERBS:
            nouns.insert(0, start + word.start)
    yield from (place for place in stretch if _is_anchored(text, place, end))
    yield from nouns
    yield from (place for place in range(start, end) if _bare_rank().fullmatch(text, place, end))


def _stops(word: Word) -> bool:
    """Whether `word` cannot belong to the name of a body with a post."""
    if word.text in _MODIFIERS or word.text.startswith("第"):
        return False
    return word.text in _STOP_WORDS or word.tag.startswith(_STOP_TAGS)


def _is_anchored(text: str, place: int, end: int) -> bool:
    if _ANCHOR.match(text, place, end):
        return True
    lengths = range(2, min(_LONGEST_DIVISION, end - place) + 1)
    return any(divisions.find(text[place : place + length]) for length in lengths)


def _shortened(text: str) -> tuple[Phrase, ...]:
    """武汉市长 for 武汉市市长."""
    match = _SHORT.match(text)
    if match is None or not divisions.find(match["place"] + match["level"]):
        return ()
    return parse_phrases(match["place"] + match["level"] + match["rank"])


@cache
def _ranks() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!总)(?:{either([*words('posts'), '领导', '领导干部'])})(?=[^\W\da-zA-Z_\s]|[ 　])"
    )


@cache
def _departments() -> re.Pattern[str]:
    return re.compile(either(words("departments")))


@cache
def _bare_rank() -> re.Pattern[str]:
    return re.compile(rf"(?:原|时任|代|代理|常务|第一|执行|名誉)?副?{either(words('posts'))}")
