"""Reads the noun phrase that follows a number: from 248个主题夜市带动就业 the 主题夜市."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.cutting import Word
from kg.extract.figure_patterns import any_of
from kg.extract.figure_tokens import names_activity, tokens, verb_class
from kg.extract.figure_words import is_predicate
from kg.extract.indicators import head_of, is_bare
from kg.lexicon import words

_AMONG = re.compile(r"(?<=[业类家项目人员区县市村标])中$")
_WINDOW = 60
_ADDRESSED = re.compile(r"^(?:像|对于?|关于|至于|随着)")
_CLAUSE_END = re.compile(r"[，。；！？：\n]|——|(?<=[一-鿿])第[0-9一二三四五六七八九十]+[位名]?")
_SIZE = re.compile(
    r"[十百千万亿]+(?:千瓦|千伏|吨|元|卡|亩|公里)级"
    r"|[百千]?[万亿]元(?:以[上下])?(?=[一-鿿])"
    r"|[0-9.]+[万亿千百]*(?:千瓦|千伏|兆瓦|吨|公里|米|立方米|平方米|亩|英寸|元|岁)级?(?:以[上下])?"
)
_DIGIT = re.compile(r"[0-9〇零一二两三四五六七八九十百千万亿]")
_CLASS_NUMBER = re.compile(r"[十百千万亿]+$|[0-9.]+$|[一二三四五六七八九0-9]+[级期类号]$")
_PURPOSE = ("实施", "用于", "开展", "投向", "推进", "办好")
_JOINING = ("、", "和", "与", "及", "以及")
_INNER_MARKS = ("·", "-", "—", "/", "+", "%")
_PRONOUNS = ("我们", "我", "其", "这", "该", "此", "自己", "他们", "本", "之")
_FUNCTION_TAGS = ("p", "d", "y", "c")
_OPENERS = ("新", "双", "各", "各族", "各类", "各级", "各种")
_NOUN_SUFFIXES = ("点", "站", "场", "室", "机", "器", "房", "区", "线", "所", "员", "率", "量")
_COMPLEMENTS = ("了", "过", "着", "到", "至", "为", "于", "成", "，", "、")


@cache
def _predicate() -> re.Pattern[str]:
    return re.compile(any_of("predicate"))


@cache
def _actor() -> re.Pattern[str]:
    return re.compile(any_of("actor") + "$")


def following_name(text: str, whole_object: bool) -> str:
    """The noun phrase that opens `text`, "" where it opens with none.

    `whole_object` says that a verb before the number governs it, so that a verb which ends the
    clause belongs to the name (重大科技攻关).
    """
    clause = _clause(text).lstrip("的 ")
    size = _SIZE.match(clause)
    skipped = size.end() if size else 0
    if re.search(r"[0-9]", clause[skipped:]):
        # A further figure stands in the clause: what follows a 、 belongs to that one.
        clause = clause.partition("、")[0]
    predicate = _predicate().search(clause, 1)
    clause = clause[: predicate.start()] if predicate else clause
    cut = tokens(clause[skipped:_WINDOW])
    first = 1 if whole_object and len(cut) > 1 and cut[0].text in _PURPOSE else 0
    end = 0
    for index in range(first, len(cut)):
        if not _inside(cut, index, whole_object):
            break
        end = cut[index].end
    end = end or _first_noun(cut)
    begin = cut[first].start if first else 0
    name = _trim(clause[begin : skipped + end]) if end else ""
    return "" if name in words("lead_words") or verb_class(name) == "causative" else name


def subject_of(clause: str) -> str:
    """The noun phrase that `clause` tells of: what opens it, or what a relative clause closes."""
    name = following_name(_ADDRESSED.sub("", clause), whole_object=False)
    relative, mark, last = clause.rpartition("的")
    if mark and (not name or len(name) <= len(relative)):
        closing = following_name(last, whole_object=False)
        return closing if closing == last else name
    return name


def any_noun(text: str) -> str:
    """The first noun of the clause that opens `text`, with what stands before it, or ""."""
    clause = _clause(text)
    for token in tokens(clause[:30]):
        if token.tag in ("n", "nz", "vn", "ns", "nt") and len(token.text) > 1:
            return _trim(clause[: token.end])
    return ""


def ends_in_predicate(part: str) -> bool:
    """True where `part` closes with a verb that names no activity (三期建成投运)."""
    cut = tokens(part)
    return bool(cut) and cut[-1].tag == "v" and not names_activity(cut[-1].text)


def opens_with_predicate(text: str) -> bool:
    """True where `text` opens with what is said of a thing (9县全部脱贫)."""
    return _predicate().match(text) is not None


def opens_with_size(text: str) -> bool:
    """True where `text` opens with the size of a thing (35万千瓦光热发电项目)."""
    return _SIZE.match(text) is not None


def _clause(text: str) -> str:
    stop = _CLAUSE_END.search(text)
    return text[: stop.start() if stop else len(text)]


def _first_noun(cut: tuple[Word, ...]) -> int:
    """Where the first noun of a phrase ends that opens with adverbs (相对集中居住农户)."""
    if not cut or cut[0].tag not in ("d", "ad", "a", "b", "vn", "n"):
        return 0
    for index, token in enumerate(cut[1:5], start=1):
        if token.tag == "x" or verb_class(token.text) in ("causative", "achieving"):
            return 0
        if token.tag in ("n", "nz", "nr") and cut[index - 1].tag != "p":
            return token.end
    return 0


def _inside(cut: tuple[Word, ...], index: int, whole_object: bool) -> bool:
    """True where the word at `index` continues the noun phrase."""
    token, following = cut[index], cut[index + 1] if index + 1 < len(cut) else None
    if token.text in _JOINING:
        return index > 0 and following is not None and _list_goes_on(cut, index)
    if token.tag == "x":
        return token.text in _INNER_MARKS
    if token.tag in ("i", "l") and index:
        return _is_compound(token) or (following is not None and following.tag == "n")
    if token.text == "等":
        return following is not None and following.tag[:1] == "n"
    if _opens_clause(cut, index) or _modifies(token, following):
        return _modifies(token, following)
    if _DIGIT.search(token.text) and (token.tag in ("m", "mq", "t") or token.text[0].isdigit()):
        return _number_inside(cut, index)
    if token.text in _PRONOUNS:
        return False
    if token.tag in _FUNCTION_TAGS and token.text not in _OPENERS:
        return index == 0 and whole_object and token.tag == "p" and len(token.text) > 1
    if index and is_predicate(token.text):
        return False
    if index == 0 and following and token.text in words("lead_words") and following.tag == "v":
        return len(token.text) == 1
    if index and _actor().search(cut[index - 1].text):
        # 23个村发展壮大集体经济: two verbs after an actor are what it does.
        verbal = verb_class(token.text) and following is not None and following.tag == "v"
        if token.tag == "v" or verbal:
            return False
    if names_activity(token.text) or not (token.tag in ("v", "vd", "vi") or verb_class(token.text)):
        return True
    return _verb_inside(cut, index, whole_object)


def _opens_clause(cut: tuple[Word, ...], index: int) -> bool:
    """True for a place or a verb that begins the predicate (居民服务事项长三角…, 群众喝上…)."""
    if index == 0:
        return False
    token, before = cut[index], cut[index - 1]
    if token.tag == "ns" and len(token.text) > 2:
        noun_behind = index + 1 < len(cut) and cut[index + 1].tag in ("n", "vn", "nz", "nt")
        return before.tag in ("n", "vn") and len(before.text) > 1 and not noun_behind
    resultative = len(token.text) == 2 and token.text[1] in "上到成出" and token.text[0] not in "以"
    return resultative and token.tag != "n" and _actor().search(before.text) is not None


def _is_compound(token: Word) -> bool:
    """True for a set phrase that is a noun (公立医院, 义务教育), false for 落地见效."""
    first, last = tokens(token.text[:2])[-1], tokens(token.text[-2:])[-1]
    return first.tag[:1] != "v" and last.tag in ("n", "vn", "nz")


def _modifies(token: Word, following: Word | None) -> bool:
    """True for an adverb that stands before a noun (首发技术)."""
    if token.tag != "d" or following is None or len(token.text) < 2:
        return False
    known = token.text in words("lead_words") or token.text in words("adverbs")
    return following.tag == "n" and not known and not is_predicate(token.text)


def _list_goes_on(cut: tuple[Word, ...], index: int) -> bool:
    """True where a further member of the list follows, and not the next figure or a new clause."""
    following = cut[index + 1]
    if is_bare(following.text) and not following.text.endswith("级"):
        return False
    if following.tag in ("m", "mq") and _DIGIT.search(following.text):
        return False
    pair = following.text + (cut[index + 2].text if index + 2 < len(cut) else "")
    if head_of(pair) is not None and head_of(following.text) is None:
        return True
    return following.tag not in ("v", "d", "p") and not verb_class(following.text)


def _number_inside(cut: tuple[Word, ...], index: int) -> bool:
    if index == len(cut) - 1:
        return False
    token, following = cut[index], cut[index + 1]
    if index and token.text in ("一年", "两年", "三年"):
        return following.tag[:1] == "n"
    if any("A" <= letter <= "z" for letter in token.text + following.text):
        return True
    return index == 0 and _CLASS_NUMBER.match(token.text) is not None


def _verb_inside(cut: tuple[Word, ...], index: int, whole_object: bool) -> bool:
    """True for a verb that modifies a later noun of the name (风貌传承试点), no predicate."""
    token = cut[index]
    if index and _actor().search(cut[index - 1].text):
        return False
    if index == len(cut) - 1:
        return whole_object and index > 0 and not verb_class(token.text)
    if verb_class(token.text) in ("causative", "achieving"):
        return False
    following = cut[index + 1]
    if following.text in _NOUN_SUFFIXES:
        return True
    if following.text in _COMPLEMENTS or not _noun_follows(cut, index):
        return False
    if whole_object or index == 0:
        return True
    later = cut[index + 2 : index + 6]
    return len(following.text) <= 3 and any(part.tag in ("v", "d", "vd") for part in later)


def _noun_follows(cut: tuple[Word, ...], index: int) -> bool:
    """True where verbs and adjectives from `index` on lead to a noun (防汛避险救灾硬措施)."""
    for token in cut[index + 1 : index + 5]:
        if token.tag[:1] in ("n", "j") or token.tag == "zg" or names_activity(token.text):
            return True
        if token.tag not in ("v", "a", "b", "vn", "q", "m"):
            return False
    return False


def _trim(name: str) -> str:
    name = name.strip("，,、；;：:。—－-· 　的")
    if name.count("“") != name.count("”"):
        name = name.strip("“”")
    for word in ("和", "与", "及", "等"):
        name = name.removesuffix(word)
    return _AMONG.sub("", name)
