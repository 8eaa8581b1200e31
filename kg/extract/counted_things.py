"""Reads what a figure measures where the text names it behind the number: 12个重大项目."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.figure_kinds import Reading
from kg.extract.figure_patterns import any_of
from kg.extract.figure_tokens import is_verbal, names_activity, tokens, verb_class
from kg.extract.figure_words import Words, change_of
from kg.extract.indicators import area_at, clean, head_of
from kg.extract.noun_phrases import following_name, opens_with_predicate, opens_with_size
from kg.extract.quantity_runs import Run
from kg.lexicon import words as words_of
from kg.records import Kind

_CLOSED = re.compile(
    r"$|[^一-鿿“‘《A-Za-z]|和(?![美谐睦平])|与|及|并|且|等|其中|占|居(?![民家住])|以及|或|均|的(?:目标|水平|基础|速度|增速)"
)
# 突破200万大关, 从4条增至27条: what is counted stands before the number.
_NAMED_BEFORE = re.compile(
    r"(?:元?级?)?[大新]?(?:大关|台阶)|(?:增|增加|增长|提高|提升|上升|扩大|扩展|拓展|发展|壮大|减|减少|降|下降"
    r"|降低|缩短|压减|压缩|精简|扩建|扩)[至到]"
)
_IS_A = re.compile(r"(?:均?为|均?是|属于?)(?=[一-鿿“])(?!民|了|全[国省市县区]|例|主|何|由)")
# 这片不到5平方公里的园区: a word that only points says nothing of what is measured.
_POINTING = re.compile(r"^(?:这|该|此|那)(?:[片座个家条项处类种]|里)?$")
_FROM_BODY = re.compile(
    r"(?:取得|获得?|争取|得到|收到|获批|通过|拿到)[^，。；、]{0,10}(?:局|部|委|厅|政府|集团|公司|中心|基金)$"
)
# 6个项目的签约仪式 counts projects.
_OF_COUNTED = re.compile(r"(?<=项目|国家|城市|企业|地区|园区|学校|社区|单位|家庭|乡镇|省份)的.+$")
_SCALE = re.compile(r"^(?:量级|体量|级别)的")
_CAPACITY = re.compile(r"(?:年产|日产|年处理|日处理|年加工)$")
_CAPACITY_OF = re.compile(r"(?:生产|加工|制造|一体化)?(?:基地|项目|工程|生产线)$")
_PRODUCT = re.compile(
    r"[^，。；、0-9]{2,16}?(?=[及和与等，。；、]|生产|加工|制造|一体化|基地|项目|工程|电站|装置|$)"
)
_NEXT_QUANTITY = re.compile(r"[0-9][0-9.,]*[万千]?[余多]?[个项家件条所套](?=[一-鿿“])")
_MEASURED_NEXT = re.compile(
    r"[约近超]?[0-9]|(?:分别|均|都|同比|平均|再)*(?:超|达|突破|占|保持|增速|居)"
)
_LEVEL_OF_PLACE = re.compile(r"[一-鿿0-9]{1,4}级")
_LEVELS = re.compile(
    r"(?:和|与|及|、)[0-9一二三四五六七八九十]+[个家所条项座](?P<level>[一-鿿0-9]{1,4}级)"
)
_LISTING = re.compile(r"(?<=..)(?:名单|名录|目录|榜单|行列)$")
_BATCH = re.compile(r"^.*?(?:首|第[一二三四五六七八九十0-9]{1,3})批")
_CIRCUMSTANCE = re.compile(r"(?:围绕|聚焦|依托|针对|对|为|向|在|以|按|按照|从|把|将|由|通过|沿)$")
_PREDICATES = (
    "高于",
    "低于",
    "快于",
    "慢于",
    "优于",
    "好于",
    "位居",
    "位列",
    "排名",
    "进入",
    "达到",
    "超过",
    "突破",
    "实现",
    "完成",
    "占",
)
_COUNTED = ("count", "place", "bare")


def counted_thing(run: Run, words: Words, reading: Reading, behind: str) -> str:
    """The name behind the number, where the text puts it there (12个重大项目), else ""."""
    if reading.kind in (Kind.GROWTH, Kind.RANK, Kind.POINT_CHANGE):
        return ""
    if run.first.family == "time" or (len(run.slots) > 1 and run.first.family != "place"):
        return ""
    if run.first.family in (*_COUNTED, "people") and opens_with_predicate(behind):
        return run.first.unit_text if run.first.family == "place" else ""
    if _NAMED_BEFORE.match(behind):
        return ""
    counted = _IS_A.match(behind) if run.first.family in ("count", "people") else None
    if counted and (not reading.topic or "、" in reading.topic):
        return following_name(behind[counted.end() :], whole_object=False)
    behind = _SCALE.sub("", behind)
    following = _NEXT_QUANTITY.match(behind)
    open_to_noun = behind.startswith("的") or following or opens_with_size(behind)
    if _CLOSED.match(behind) and not open_to_noun:
        return ""
    capacity = _CAPACITY.search(reading.topic)
    if run.first.family == "capacity" and not capacity:
        product = _PRODUCT.match(behind)
        return product.group() if product else ""
    if not capacity and not _waits_for_object(run, words, reading, behind):
        return _share_of_amount(run, words, reading, behind)
    behind = behind[following.end() :] if following else behind
    governed = _governs_object(reading.topic)
    name = following_name(behind, whole_object=governed)
    name = _OF_COUNTED.sub("", name) if run.first.family == "count" else name
    if capacity and name:
        return capacity.group() + _CAPACITY_OF.sub("", name)
    if name.startswith(_PREDICATES):
        return ""
    if run.first.family != "count":
        return name
    return _named_in_full(name, behind, reading.topic, attributive=words.attributive)


def _share_of_amount(run: Run, words: Words, reading: Reading, behind: str) -> str:
    """水泥行业70%以上产能: the amount behind a per cent, with whose it is."""
    if run.first.family != "percent" or reading.kind is not Kind.LEVEL or words.reached:
        return ""
    lengths = (size for size in range(min(len(behind), 6), 1, -1) if head_of(behind[:size]))
    size = next(lengths, 0)
    head = head_of(behind[:size]) if size else None
    exact = head is not None and head.kind == "amount" and head.text == behind[:size]
    return clean(reading.topic).name + behind[:size] if exact else ""


def _governs_object(topic: str) -> bool:
    """True where a verb closes `topic` that governs things, and not what they do (推动, 围绕)."""
    cut = tokens(topic)
    pivot = bool(cut) and verb_class(cut[-1].text) == "causative"
    return bool(cut) and not pivot and not _CIRCUMSTANCE.search(topic)


def is_rated(behind: str) -> str:
    """The debt that a rate of interest tells apart (6%以上 of 高息债务), or ""."""
    rated = _rated().match(behind)
    return rated.group() if rated else ""


@cache
def _rated() -> re.Pattern[str]:
    return re.compile(rf"的?(?:{any_of('rated')})+")


def _waits_for_object(run: Run, words: Words, reading: Reading, behind: str) -> bool:
    """True where the words before the number do not name what it measures."""
    family, topic = run.first.family, reading.topic
    counted = family in ("count", "people")
    waits = words.has or _ends_in_verb(topic, counted) or _POINTING.match(topic) is not None
    waits = waits or _FROM_BODY.search(topic) is not None
    waits = waits or (family == "bare" and bool(run.first.numeral.magnitude))
    if family in ("percent", "share"):
        # 贡献了75%的税收
        contributed = behind.startswith("的") and _opens_object(words)
        covered = topic.endswith("覆盖") and not behind.startswith("的")
        return not (reading.kind is Kind.SHARE and reading.whole) and (
            waits or covered or _only_area(topic) or contributed
        )
    if waits or _only_area(topic) or _opens_object(words):
        return True
    # A noun straight behind a measure word is what is counted, unless 达 or 超 closes a topic.
    return family in _COUNTED and not (words.reached or words.bound) and family != "bare"


def _opens_object(words: Words) -> bool:
    """True where 的 or 了 before the number leads to what is measured (种了15亩辣椒)."""
    return words.attributive and not (words.source or words.to or words.change)


def _only_area(topic: str) -> bool:
    """True where nothing but an area word is left of `topic` (为全区)."""
    name = clean(topic).name
    return area_at(name) == name


def _named_in_full(name: str, behind: str, topic: str, *, attributive: bool) -> str:
    """`name` as the thing counted: no list it stands in, no amount of it, with what it is of.

    8个特色产业产值分别增长 counts 特色产业; 6个国家级、20个省级医院 counts 国家级医院;
    空气质量六项指标 counts 空气质量指标.
    """
    end = behind.find(name) + len(name)
    head = head_of(name)
    if head is not None and head.text == name:
        head = head_of(name[2:])
    if head is not None and head.kind == "amount":
        stem = name[: -len(head.text)].rstrip("、和与及")
        if len(stem) > 1 and _is_measured(behind[end:]):
            name = stem
    levels = _LEVELS.match(behind, end) if _LEVEL_OF_PLACE.fullmatch(name) else None
    if levels:
        return name + following_name(behind[levels.end() :], whole_object=False)
    name = _LISTING.sub("", name)
    generic = name in words_of("generic_heads") and "、" not in topic and not attributive
    if generic and not _ends_in_verb(topic, counted=True):
        return _BATCH.sub("", clean(topic).name) + name
    return name


def _is_measured(behind: str) -> bool:
    """True where `behind` tells how much (分别增长, 压缩70%)."""
    if _MEASURED_NEXT.match(behind):
        return True
    cut = [token for token in tokens(behind[:8]) if token.text not in ("分别", "均", "都", "同比")]
    return bool(cut) and change_of(cut[0].text) != 0


def _ends_in_verb(topic: str, counted: bool) -> bool:
    """True where `topic` waits for its object (实施, 苍梧、昭平等), or is empty."""
    if not topic or topic.endswith(("等", "的")) or _CIRCUMSTANCE.search(topic):
        return True
    if head_of(topic):
        return False
    cut = tokens(topic)
    last = cut[-1]
    if names_activity(last.text):
        governs = bool(verb_class(last.text))
        return governs and (counted or all(is_verbal(token) for token in cut))
    return is_verbal(last) or last.tag in ("p", "c", "zg") or not clean(topic).name
