"""Reads what a page says of its meeting: the notice, the date line, the subtitle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import longest_first
from kg.reading.dates import DATE, Day, find_day

_DASHES = r"[—―–\-－─]"
_OPENING = re.compile(rf"^[（(【\[]?{_DASHES}*[（(]?")
_CLOSING = re.compile(r"[）)】\]]+$")
_DATE = re.sub(r"\?P<\w+>", "?:", DATE.pattern)
_AT_MEETING = re.compile(
    rf"^(?:{_DATE})?(?:上午|下午)?[在于，,]?(?P<name>[^。；！？]{{4,60}}?会(?:议)?)(?:第?[一二三四]次)?"
    r"(?:开幕式|闭幕式|全体会议)?(?:上|中)?"
    r"(?:的?(?:政府)?(?:工作)?(?:报告|讲话|发言|致辞|交流发言|书面发言|表态发言|汇报|述职)(?:摘[登要编])?)?$"
)
_DATE_ONLY = re.compile(rf"^{_DATE}(?:上午|下午)?$")
_YEAR = re.compile(r"^(?:20\d\d|二[〇零○Ｏ一二三四五六七八九]{3})年")
_CONVENED = re.compile(r"召开|举行|举办|会上|会议上")
_PUBLISHED = re.compile(
    r"摘登|摘编|选登|选编|刊[发登载]|(?:发言|讲话|内容|材料)[^。]{0,10}如下"
    r"|以下[为是][^。]{0,12}(?:发言|讲话|报告|汇报)"
)
# A speaker who says what the meeting asked of him is no notice.
_SPEAKER = re.compile("我(?:区|县|局|委|们|就|代表|将|单位)|各位|同志们")
_LONGEST_DATE_LINE = 100
_SPOKE = re.compile(r"(?:作|做|进行|发表)了?[^。]{0,8}(?:发言|汇报|讲话|报告)|(?:发言|汇报|述职)")
_OPENS_NOTICE = re.compile(
    r"\d月\d{1,2}日|召开|举行|^[【\[（(]?(?:编者按|编者的话|编者|核心提示|开栏语|导读|按)[】\]）)：:\s]"
    r"|^(?:近日|日前|昨日|昨天|今日|今天|在)"
)
_PUBLICATION = (
    r"的?(?:大会|会议|书面|交流|典型|表态|经验)*(?:发言|讲话|汇报|述职|报告)?"
    r"(?:摘登|摘编|选登|选编|摘要|材料|集锦)?"
)
# A 会 that no ending of the register closes, but none of people who meet (协会, 联合会, 社会).
_OTHER_MEETING = "[^，。；：！？]{2,40}(?<![协合员商学金社工机])会"
_NOT_ORGAN = re.compile(r"^(?:上午|下午|近日|日前|昨日|昨天|今天|今日|在.{1,12}?|会议)")
_LEVEL = "(?P<level>自治区|省|市|州|盟|区|县|旗)"
_BARE_PLACE = re.compile(
    rf"^(?:全{_LEVEL}|{_LEVEL.replace('level', 'seat')}(?=党?委|人民政府|政府|人大|政协|级|直|第))"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting as the page tells of it: its name (may be "") and its day."""

    name: str
    day: Day | None


@cache
def _meeting() -> str:
    return "(?:" + "|".join(map(re.escape, longest_first("meeting_endings"))) + ")"


@cache
def _name_patterns() -> tuple[re.Pattern[str], ...]:
    name = rf"(?P<name>[^，。；：！？、]{{0,36}}?{_meeting()})"
    organ = "(?P<organ>[^，。；：！？]{0,24}?)"
    listed = rf"(?P<name>[^，。；：！？]{{0,40}}{_meeting()})"
    return (
        re.compile(rf"{organ}(?:组织|主持)?(?:召开|举行|举办)(?!的)了?{listed}"),
        re.compile(rf"(?:召开|举行|举办)的{name}"),
        re.compile(
            rf"(?:^|[，。；：日])(?:在)?{listed}(?:在[^，。]{{1,24}})?(?:召开|举行|举办|开幕)"
        ),
        re.compile(rf"在{name}上"),
        re.compile(rf"{organ}(?:召开|举行|举办)(?!的)了?(?P<name>{_OTHER_MEETING})(?=[，。；])"),
    )


@cache
def _subtitle_word() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, longest_first("subtitle_words"))))


def parse_date_line(bare: str) -> Told | None:
    """The day and meeting of a line like ——2026年2月2日在…会议上 or （2026年1月26日）."""
    if len(bare) > _LONGEST_DATE_LINE:
        return None
    core = _CLOSING.sub("", _OPENING.sub("", bare))
    if _DATE_ONLY.match(core):
        return Told("", find_day(core)) if _YEAR.match(core) else None
    match = _AT_MEETING.match(core)
    if match is None or not (core != bare or DATE.match(core)):
        return None
    if not re.match(rf"(?:{_DATE})?(?:上午|下午)?[在于]", core) and not _YEAR.match(core):
        return None
    return Told(match["name"], find_day(core))


def opens_date_line(bare: str) -> bool:
    """Whether a line begins as a date line does, and may go on in the next line."""
    return bool(re.match(rf"[（(]?{_DASHES}*[（(]?(?:{_DATE})在|[（(]?{_DASHES}+在", bare))


def opens_notice(bare: str) -> bool:
    """Whether the notice of a meeting may begin with the line `bare`."""
    return bool(_OPENS_NOTICE.search(bare))


def is_notice(bare: str) -> bool:
    """Whether the passage `bare` tells of a meeting and that what follows was said there."""
    return bool(_PUBLISHED.search(bare) and _CONVENED.search(bare) and not _SPEAKER.search(bare))


def tells_of_speeches(bare: str, title: str = "") -> bool:
    """Whether the passage `bare` tells that a meeting was held and people spoke there.

    That they spoke may be said in the `title` above it (…作典型发言).
    """
    return bool(
        _CONVENED.search(bare)
        and find_day(bare)
        and (_SPOKE.search(bare) or _SPOKE.search(title))
        and not _SPEAKER.search(bare)
    )


def parse_notice(bare: str) -> Told:
    """The meeting and day that a notice tells of; the name is "" where it gives none.

    An organ that convenes the meeting is part of its name: 市委召开…例会 -> 市委…例会.
    """
    for pattern in _name_patterns():
        for match in pattern.finditer(bare):
            organ = match.groupdict().get("organ") or ""
            organ = DATE.sub("", organ)
            organ = _NOT_ORGAN.sub("", organ)
            name = re.sub(rf"^(?:{_DATE})?(?:上午|下午)?[，,]?(?:在)?", "", match["name"])
            if len(name) > 2:
                return Told(organ + name.strip("“”"), find_day(bare))
    return Told("", find_day(bare))


def is_subtitle(bare: str) -> bool:
    """Whether a line is the subtitle of a page (——…发言摘登) or says what the page holds."""
    if re.match(_DASHES + "{1,4}", bare):
        return bool(_subtitle_word().search(bare))
    return bool(re.search(r"(?:发言|讲话|汇报|述职|报告)(?:摘登|摘编|选登|选编|摘要)$", bare))


def parse_subtitle(bare: str) -> Told:
    """The meeting that a subtitle names (——重庆市…例会发言摘登 -> 重庆市…例会), or none."""
    core = _OPENING.sub("", bare)
    core = re.sub(r"^[在]", "", DATE.sub("", core))
    match = re.match(rf"^(?P<name>.{{2,40}}{_meeting()})上?{_PUBLICATION}$", core) or re.match(
        rf"^(?P<name>{_OTHER_MEETING})上?(?=.){_PUBLICATION}$", core
    )
    return Told(match["name"] if match else "", find_day(bare))


def place_level(name: str) -> str:
    """省 of 省委…会议, 市 of 全市…会议: the level of the place a meeting's name leaves unnamed."""
    match = _BARE_PLACE.match(name)
    return match["level"] or match["seat"] if match else ""


def with_place(name: str, place: str) -> str:
    """`name` with its unnamed place spelled out: 市委…例会 -> 重庆市委…例会."""
    match = _BARE_PLACE.match(name)
    if match is None or not place.endswith(place_level(name)):
        return name
    return place + name[match.end() :]
