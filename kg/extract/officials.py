"""Finds people named with a post: 市委书记袁家军, 习近平总书记, 县领导王某、李某."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kg import divisions
from kg.extract.candidates import Candidate, Weight
from kg.extract.cutting import Word, cut
from kg.extract.home import Home
from kg.extract.person_names import Place, acts, name_before, names_at, names_before
from kg.extract.post_phrases import (
    PostText,
    leaders_of,
    names_place,
    posts_before,
    posts_within,
    rank_ends,
)
from kg.extract.sentences import Sentence
from kg.lexicon import either, words
from kg.reading.bylines import names_body
from kg.reading.names import is_name
from kg.reading.posts import BARE_LEVELS
from kg.records import EntityClass, Mention, NamedPost, Post, Speech

_POST = "post"
_LONGEST_NAME = 4
_TITLES_AFTER = frozenset({"总书记", "同志", "总理", "主席"})
_AND_OTHERS = re.compile(r"等(?P<whom>[^，。；：、]{0,12}?领导(?:干部|同志)?)")
_SPACE = re.compile(r"[ 　]?")
_LISTS = re.compile(r"[ 　]?(?:(?:还|分别)?有[：:]?|[：:])?")
_NEXT = re.compile(r"[、，；和]")
_BEHIND = re.compile(
    r"(?:(?P<open>[（(])|，|,)(?P<posts>[^。；：，,（）()]{2,40})(?(open)[）)]|(?=[，。；：,]|$))"
)
_MADE = re.compile(
    r"(?:任命|选举|推选|补选|提名|聘任|决定)(?P<name>[\u3400-\u9fff]{2,4}?)(?:同志)?为"
    r"(?P<posts>[^，。；：]{2,30})(?=[，。；]|$)"
)
_COMPANY = re.compile(r"(?:公司|集团|银行|企业|厂|店|分行|支行|合作社)$")
_GENERIC = re.compile("(?:村|社区|居)?(?:委会|村委会|居委会|党支部|党总支|党委|管委会|两委)")
_BODY = re.compile(
    r"(?:馆|医院|学校|中学|小学|幼儿园|大学|学院|研究院|研究所|协会|商会|学会|联合会|促进会|基金会"
    r"|台|报社|出版社|剧团|剧院|中心|人大常委会)$"
)
_DEPARTMENT = re.compile(r"(?:委|局|办|厅|部|署|室|法院|检察院|政府|政协|工会|委员会|办公室|党组)$")


@dataclass(frozen=True, slots=True)
class NamedOfficial:
    """A person with the posts beside the name, each with the unit that it leads or None.

    Where the text leaves a unit out (县长), it is the one that it speaks for; the unit of
    市委书记 in a county's text is 市委: which city's is for resolution to tell.
    """

    person: Mention
    posts: tuple[NamedPost, ...] = ()

    @property
    def units(self) -> tuple[Mention, ...]:
        """The units led, each once."""
        return tuple(dict.fromkeys(post.unit for post in self.posts if post.unit is not None))


def find_officials(sentence: Sentence, speech: Speech) -> tuple[NamedOfficial, ...]:
    """The people that `sentence` of `speech` names with a post, in order."""
    if not _may_name().search(sentence.text):
        return ()
    return _found(sentence, Home(speech.unit, speech.region))


def find_again(
    sentence: Sentence, speech: Speech, named: Iterable[NamedOfficial]
) -> Iterator[Candidate]:
    """The speaker, and those `named` elsewhere in the speech, where their names stand alone."""
    done = {official.person.start for official in find_officials(sentence, speech)}
    names = {official.person.name for official in named if official.person.reason == _POST}
    names |= {speech.official.name} if speech.official else set()
    for name in sorted(names):
        if name not in sentence.text:
            continue
        starts = {word.start for word in cut(sentence.text, sentence.start)} - done
        for match in re.finditer(re.escape(name), sentence.text):
            if sentence.start + match.start() in starts:
                yield Candidate(_person(sentence, match.span(), "named before"), Weight.OFFICIAL)


def candidates(officials: Sequence[NamedOfficial]) -> Iterator[Candidate]:
    """The people as candidates."""
    return (Candidate(official.person, Weight.OFFICIAL) for official in officials)


@lru_cache(maxsize=1024)
def _found(sentence: Sentence, home: Home) -> tuple[NamedOfficial, ...]:
    found: dict[int, NamedOfficial] = {}
    line = cut(sentence.text, sentence.start)
    posted = (
        _posted(sentence, home),
        _listed_before(sentence, home),
        _posted_behind(sentence, home),
        _addressed(sentence, home),
        _appointed(sentence, home),
        _titled(line),
    )
    for official in (each for kind in posted for each in kind):
        found.setdefault(official.person.start, official)
    return tuple(found[start] for start in sorted(found))


def _posted(sentence: Sentence, home: Home) -> Iterator[NamedOfficial]:
    """市委书记袁家军, 县领导王某、李某: names after posts."""
    text, done = sentence.text, 0
    led: tuple[str, ...] = ()
    for end in rank_ends(text):
        if end <= done:
            continue
        posts = posts_before(text, end, done, home)
        if posts is not None and led and _NEXT.fullmatch(text, done, posts.start):
            posts = posts_before(text, end, done, home.beside(led))
        if posts is None:
            continue
        lead_in = (_LISTS if posts.of_many else _SPACE).match(text, end)
        names = names_at(text, lead_in.end() if lead_in else end, told=posts.told)
        for name in names if names and not names_place(text, end, names[0]) else ():
            yield _official(sentence, name, posts)
            done, led = name[1], posts.led


def _listed_before(sentence: Sentence, home: Home) -> Iterator[NamedOfficial]:
    """王某、李某等县领导: names before what they all are."""
    for match in _AND_OTHERS.finditer(sentence.text):
        posts = leaders_of(sentence.text, *match.span("whom"), home)
        for name in names_before(sentence.text, match.start()) if posts else ():
            yield _official(sentence, name, posts)


def _posted_behind(sentence: Sentence, home: Home) -> Iterator[NamedOfficial]:
    """张某，某县县委书记; 张某（县长）."""
    for match in _BEHIND.finditer(sentence.text):
        posts = posts_within(sentence.text, *match.span("posts"), home)
        name = name_before(sentence.text, match.start())
        if posts and posts.told and name:
            yield _official(sentence, name, posts)


def _addressed(sentence: Sentence, home: Home) -> Iterator[NamedOfficial]:
    """张某副县长说: a name right before a rank, where somebody is then said to act."""
    text = sentence.text
    for match in _rank_alone().finditer(text):
        name = name_before(text, match.start())
        if name and acts(text, match.end()):
            yield _official(sentence, name, posts_within(text, *match.span(), home))


def _appointed(sentence: Sentence, home: Home) -> Iterator[NamedOfficial]:
    """任命张某为县长: a name between what is done and the post."""
    text = sentence.text
    for match in _MADE.finditer(text):
        posts = posts_within(text, *match.span("posts"), home)
        if posts and posts.told and is_name(match["name"]):
            yield _official(sentence, match.span("name"), posts)


def _titled(line: Sequence[Word]) -> Iterator[NamedOfficial]:
    """习近平总书记: a name before a title."""
    for word, title in pairwise(line):
        named = word.tag.startswith("nr") and 1 < len(word.text) <= _LONGEST_NAME
        if named and title.text in _TITLES_AFTER and word.text[0] in words("surnames"):
            person = Mention(word.start, word.end, word.text, EntityClass.OFFICIAL, "title")
            posts = (NamedPost(person, title.text),) if title.text in words("posts") else ()
            yield NamedOfficial(person, posts)


def _official(sentence: Sentence, name: Place, posts: PostText | None) -> NamedOfficial:
    person = _person(sentence, name, _POST)
    if posts is None:
        return NamedOfficial(person)
    pairs = zip(posts.posts, posts.phrases, strict=True)
    return NamedOfficial(
        person,
        tuple(
            NamedPost(
                person,
                post.title,
                None if phrase.member or posts.former else _led(sentence, posts, post),
            )
            for post, phrase in pairs
        ),
    )


def _person(sentence: Sentence, name: Place, reason: str) -> Mention:
    start, end = (sentence.start + place for place in name)
    return Mention(start, end, sentence.text[slice(*name)], EntityClass.OFFICIAL, reason)


def _led(sentence: Sentence, posts: PostText, post: Post) -> Mention | None:
    """The unit that `post` leads; a company has a head, but no official leads it."""
    unit = post.unit
    if len(unit) < 2 or not (names_body(unit) or divisions.find(unit)):
        return None
    if unit in BARE_LEVELS or _GENERIC.fullmatch(unit) or _COMPANY.search(unit):
        return None
    start = sentence.text.find(unit, posts.start, posts.end)
    place = (start, start + len(unit)) if start >= 0 else (posts.start, posts.end)
    start, end = (sentence.start + each for each in place)
    return Mention(start, end, unit, _class_of(unit), "post")


def _class_of(unit: str) -> EntityClass:
    if divisions.find(unit):
        return EntityClass.DISTRICT
    if _BODY.search(unit):
        return EntityClass.BODY
    return EntityClass.DEPARTMENT if _DEPARTMENT.search(unit) else EntityClass.UNIT


@cache
def _rank_alone() -> re.Pattern[str]:
    return re.compile(rf"(?:常务)?副?(?<!总){either(words('posts'))}")


@cache
def _may_name() -> re.Pattern[str]:
    return re.compile(either([*words("posts"), "领导", "同志", "总理"]))
