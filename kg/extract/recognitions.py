"""Finds what was obtained: 入选第二批国家碳达峰试点, 获评国家级绿色工厂, 成功创建“三甲”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from kg.extract.candidates import Candidate, Weight
from kg.extract.heads import strip_quotes
from kg.extract.phrases import ClauseParts, Phrase, Verb
from kg.extract.roles import role
from kg.lexicon import either, words
from kg.records import EntityClass, Mention

_LONGEST = 40
_LEAD = re.compile(r"^(?:的|为|了|成|到|得|作为|“?(?=.))")
_BUILT_UP = frozenset({"建成", "建设成为"})
_BECOMING = frozenset({"成为"}) | _BUILT_UP
# What a place can only become; whatever else is 建成 has been built.
_STATUSES = ("县", "市", "镇", "乡", "村", "县城", "社区")
_AWARDED = re.compile(
    r"(?:全国|国家级|世界|国际|中国|首批)(?!.{0,3}(?:第[一二三四\d]|唯一|最(?!美|具)|首个))"
)
_ENTERING = frozenset({"入选", "入围", "荣获", "获得", "获", "获评", "被评为"})
_SHORT = frozenset({"三甲"})
_GIVEN_TO = re.compile(r"(?P<holder>[^“”、，]{2,12})“")
_COUNT = re.compile(r"[\d.]+[个家项处条座件名户]$|[一二三四五六七八九十]+[个家项]$")
# 成为西部唯一获批的省级实验室; 污染防治攻坚战成效考核连年获优.
_SAID_OF = re.compile(
    r"(?:获批|入选|获评|认定|命名|授予|获得)的(?P<name>[^，。；、：“”的]{3,20})(?=[，。；、]|$)"
)
_ASSESSED = re.compile(
    r"(?P<name>[^，。；、：“”的获居在]{4,22}"
    r"(?:考核评价|考核评估|考核|考评|督查激励|绩效评价|综合评价|综合测评|测评|评估))"
    r"(?=[^，。；]{0,6}(?:获优|获评.{0,2}优秀|优秀|优等|“好”|A级|全[国省市区]第[一二三四五六七八九十\d])"
    r"|“?[一二三四五六七八九十]+连[A优冠])"
)
_MAY_ASSESS = re.compile(
    r"批的|选的|评的|定的|名的|予的|得的|考核|考评|督查激励|评估|评价|测评|奖实现|地位|称号|百强"
)
# 国家技术发明一等奖实现零的突破.
_FIRST_OF_ITS_KIND = re.compile(
    r"(?P<name>(?:国家|全国|中国)[^，。；、：“”的]{2,10}(?:[特一二三]等奖|金奖|大奖))"
    r"(?=实现“?零”?的?“?突破)"
)
# 巩固全国生猪调出大县地位.
_KEPT = re.compile(
    r"(?:巩固|巩固提升|保持|擦亮)(?P<name>(?:全国|国家|中国|世界)[^，。；、：“”的]{3,16})(?=地位|称号)"
)
# 位居全国工业百强区榜首.
_HEADED = re.compile(
    r"(?:位居|位列|居|稳居)(?P<name>(?:全国|中国|世界|全球|全省)[^，。；、：“”的]{2,16}百强[县区市镇]?)"
)
# 成为我国第七个“世界茶乡之都”.
_CROWNED = re.compile(
    r"(?<=[个座家]“)[^“”]{3,16}(?:之都|之乡|之城|名城|城市|基地)(?=”$)|“[^“”]{3,16}(?:之都|之乡|之城)”$"
)
_UP_TO_STOP = re.compile(r"[^，。；：！、\n]{4,40}")
# 国务院办公厅通报表扬: who praises is all that tells of it.
_PRAISE = re.compile(r"(?:办公厅)?(?:通报)?(?:表扬|表彰|嘉奖|督查激励|激励)(?:激励)?")
_TRAILING = re.compile(r"(?:称号|荣誉称号|荣誉|榜首|首位|行列)$")


def find_recognitions(clause: ClauseParts, text: str, offset: int) -> Iterator[Candidate]:
    """The lists, honours and statuses that the verbs of `clause` say were obtained.

    `text` is the sentence of the clause and begins at `offset`.
    """
    for index, part in enumerate(clause.parts):
        if isinstance(part, Verb) and (part.after == "recognisedAs" or part.text in _BECOMING):
            following = clause.parts[index + 1 :]
            yield from _obtained(part, following, text, offset)


def find_assessed(text: str, offset: int) -> Iterator[Candidate]:
    """Honours that a sentence states without a verb of its own before them."""
    if not _MAY_ASSESS.search(text):
        return
    for pattern in (_SAID_OF, _ASSESSED, _FIRST_OF_ITS_KIND, _KEPT, _HEADED):
        for match in pattern.finditer(text):
            name = match["name"]
            if pattern is _SAID_OF and not _ending().search(name):
                continue
            first, last = (offset + place for place in match.span("name"))
            mention = Mention(first, last, name, EntityClass.RECOGNITION, "assessed")
            yield Candidate(mention, Weight.RECOGNITION)


def _obtained(
    verb: Verb, following: tuple[Verb | Phrase, ...], text: str, offset: int
) -> Iterator[Candidate]:
    phrases = list(takewhile(lambda part: isinstance(part, Phrase), following))
    start = verb.end - offset
    end = phrases[-1].end - offset if phrases else start
    if verb.after == "recognisedAs" and len(phrases) < len(following):
        end = _whole_end(text, start, end)
    if end == start:
        return
    each_has_own = text[: start - len(verb.text)].endswith("分别")
    shared = _shared_ending(text, start, end) if each_has_own else ""
    for first, last in _separate(text, start, end, each=bool(shared)):
        first, last = _pared(text, first, last, verb)
        crowned = _CROWNED.search(text[first:last]) if verb.text in _BECOMING else None
        first += crowned.start() if crowned else 0
        shown = text[first:last]
        name = strip_quotes(shown)
        name += "" if name.endswith(shared) else shared
        if verb.text in _BECOMING and not (crowned or _AWARDED.match(name)):
            continue
        if verb.text in _BUILT_UP and not name.endswith(_STATUSES):
            continue
        quoted = text[first - 1 : first] == "“" and "”" in text[last - 1 : last + 1]
        telling = quoted or _of_work(verb, text, start) or bool(_ending().search(name))
        if not telling or len(name) > _LONGEST or (len(name) < 3 and name not in _SHORT):
            continue
        if shown.endswith("”") and "“" not in shown:
            last -= 1
        yield Candidate(
            Mention(
                offset + first,
                offset + last,
                name,
                EntityClass.RECOGNITION,
                f"after {verb.text}",
            ),
            Weight.RECOGNITION,
        )


def _of_work(verb: Verb, text: str, start: int) -> bool:
    """Whether a work of art enters something: whatever it is, that is its honour (入选全国美展)."""
    before = text[: start - len(verb.text)]
    clause = before[max(before.rfind(mark) for mark in "，；：") + 1 :]
    return verb.text in _ENTERING and "》" in clause


def _whole_end(text: str, start: int, end: int) -> int:
    """Where an honour with a verb in it ends (获评优化服务十佳案例): a stop, else `end`."""
    whole = _UP_TO_STOP.match(text, start)
    if whole is None or _ending().search(strip_quotes(text[start:end])):
        return end
    return whole.end() if _ending().search(strip_quotes(whole.group())) else end


def _pared(text: str, first: int, last: int, verb: Verb) -> tuple[int, int]:
    """`[first, last)` without 为, who awards, who is awarded, a count, and 称号."""
    lead = _LEAD.match(text[first:last])
    first += lead.end() if lead else 0
    while first < last and text[first] in "“、和":
        first += 1
    behind = first + _organ_length(text[first:last])
    if not _PRAISE.fullmatch(text[behind:last]):
        first = behind
    given = _GIVEN_TO.match(text[first:last])
    if given and verb.text in role("awarding verb"):
        first += given.end()
    last -= len(_matched(_COUNT, text[first:last]))
    last -= len(_matched(_TRAILING, text[first:last].rstrip("”")))
    return first, last


def _shared_ending(text: str, start: int, end: int) -> str:
    """分别入选A、B示范城市: the ending that the last part shares with those before it, else ""."""
    *parts, last = text[start:end].split("、")
    ending = _matched(_ending(), strip_quotes(last))
    if not parts or any(_ending().search(strip_quotes(part)) for part in parts):
        return ""
    return ending


def _separate(text: str, start: int, end: int, *, each: bool) -> Iterator[tuple[int, int]]:
    """Cuts an enumeration of honours where both sides end like one; with `each` at every 、."""
    begin = start
    for match in re.finditer("、" if each else r"[、和]", text[start:end]):
        place = start + match.start()
        sides = (text[begin:place], text[place + 1 : end])
        if each or all(_ending().search(strip_quotes(side)) for side in sides):
            yield begin, place
            begin = place + 1
    yield begin, end


def _organ_length(text: str) -> int:
    """The length of the bodies that award the honour: 中央社会工作部、农业农村部(党建案例)."""
    match = _organs().match(text)
    return match.end() if match and match.end() < len(text) else 0


def _matched(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group() if match else ""


@cache
def _organs() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('ministries'))}(?:[、和]|等)?)+(?:等?部委|等部门)?")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"{either(words('recognition_heads'))}$")
