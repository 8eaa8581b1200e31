"""Decides which words name what a run of figures measures: before it, behind it, said earlier."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.figure_context import Context, clause_start
from kg.extract.figure_kinds import Reading
from kg.extract.figure_tokens import is_verbal, names_activity, tokens, verb_class
from kg.extract.figure_words import Words
from kg.extract.indicators import area_at, clean, compose, head_of, is_bare
from kg.extract.measured_lists import conjuncts, each_measurable
from kg.extract.noun_phrases import any_noun, ends_in_predicate, following_name, opens_with_size
from kg.extract.quantity_runs import Run
from kg.records import Kind

_BEHIND = 60
_CLOSED = re.compile(
    r"$|[^一-鿿“‘《A-Za-z]|和|与|及|并|且|等|其中|占|居(?![民家住])|以及|或|均|的(?:目标|水平|基础|速度|增速)"
)
_CAPACITY = re.compile(r"(?:年产|日产|年处理|日处理|年加工)$")
_CAPACITY_OF = re.compile(r"(?:生产|加工|制造|一体化)?(?:基地|项目|工程|生产线)$")
_NEXT_QUANTITY = re.compile(r"[0-9][0-9.,]*[万千]?[余多]?[个项家件条所套](?=[一-鿿“])")
_MEASURED_NEXT = re.compile(r"(?:分别|均|都|同比)?(?:增长|超|达|突破|下降|占|提高|保持|增速|居)")
_FIELD_TAIL = re.compile(r"(?:全[国省市区县州球]|世界|国内|国际|[东中西]部|各?省份)[^，]{0,6}$")
_RELATIVE = ("percent", "times", "points", "growth", "rank", "share")
_COUNTED = ("count", "place", "bare")


@dataclass(frozen=True, slots=True)
class Names:
    """The indicators of a run: one for each slot, or several for its only slot.

    `behind` is True where the text names them after the number.
    """

    names: tuple[str, ...]
    area: str = ""
    behind: bool = False


def find_names(context: Context, run: Run, words: Words, reading: Reading) -> Names:
    """What the figures of `run` measure; no names at all where the text gives none."""
    tail = run.slots[-1][-1].tail
    behind = context.text[tail : min(context.sentence.end, tail + _BEHIND)]
    name = _name_behind(run, words, reading, behind)
    if name:
        return Names((name,), clean(reading.topic).area if reading.topic else "", behind=True)
    topic = _last_measured(reading.topic, len(run.slots))
    if not topic.strip("的、，"):
        return Names(_inherited(context, run, words))
    relative = run.first.family in _RELATIVE
    parts = _parts(context, run, words, reading, topic)
    if parts:
        topics = [clean(part, relative) for part in parts]
        return Names(tuple(_full(context, one.name) for one in topics), topics[0].area)
    one = clean(topic, relative)
    name = _full(context, one.name)
    if reading.kind is Kind.RANK and _is_place(name):
        return Names(_ranked_place(context, run), name)
    if not name:
        return Names(_inherited(context, run, words), one.area)
    return Names((name + words.act + change_suffix(run, words),), one.area)


def change_suffix(run: Run, words: Words) -> str:
    """增加量 or 减少量 where the figure is an absolute change, else ""."""
    if run.first.family in _RELATIVE or not words.change:
        return ""
    if words.to or words.source or words.act:
        return ""
    return "增加量" if words.change > 0 else "减少量"


def _last_measured(topic: str, count: int) -> str:
    """`topic` without an earlier predicate of the same clause (三期建成投运、旅客吞吐量)."""
    parts = topic.split("、")
    if count == 1 and len(parts) > 1 and ends_in_predicate(parts[-2]):
        topic = parts[-1]
    cut = tokens(parts[-1])
    if count == 1 and len(parts) > 1 and cut and verb_class(cut[0].text):
        topic = topic if names_activity(cut[0].text) else parts[-1]
    if topic.endswith("、"):
        return following_name(topic, whole_object=False) or topic
    return topic


def _parts(
    context: Context, run: Run, words: Words, reading: Reading, topic: str
) -> tuple[str, ...]:
    """The coordinated things that the figures of a run, or its only figure, are given for."""
    count = len(run.slots)
    if count > 1:
        return conjuncts(topic, count) or conjuncts(_wide_topic(context, run, words), count)
    if words.each:
        return conjuncts(topic)
    if reading.kind in (Kind.GROWTH, Kind.RANK, Kind.POINT_CHANGE):
        return each_measurable(topic)
    return ()


def _wide_topic(context: Context, run: Run, words: Words) -> str:
    """The topic from the start of the clause, earlier quantities left out."""
    start = clause_start(context.text, context.sentence.start, run.start)
    kept, position = [], start
    for low, high in context.earlier:
        if low >= start:
            kept.append(context.text[position:low])
            position = high
    rest = context.text[position : run.start]
    own = run.start - context.left
    kept.append(rest[: len(rest) - own + words.topic] if position == context.left else rest)
    return "".join(kept)


def _full(context: Context, name: str) -> str:
    """`name`, with what the figure before measured where it says nothing by itself (出口量)."""
    if is_bare(name) and context.said.names:
        return compose(context.said.names[-1], name)
    return name


def _is_place(name: str) -> bool:
    cut = tokens(name)
    return len(cut) == 1 and cut[0].tag == "ns"


def _ranked_place(context: Context, run: Run) -> tuple[str, ...]:
    """What a named place is ranked by (柳州保持第一, 北京居自然指数全球榜首)."""
    by = _FIELD_TAIL.sub("", run.field)
    if len(by) > 1:
        return (by,)
    return context.said.names[-1:] or ((run.field,) if run.field else ())


def _inherited(context: Context, run: Run, words: Words) -> tuple[str, ...]:
    """The indicators of the figure before, where the clause leaves them out."""
    names, count = context.said.names, len(run.slots)
    if not names:
        name = words.act or _noun_nearby(context, run)
        return (name,) if name else ()
    if words.act or (count == 1 and change_suffix(run, words)):
        return (names[-1] + (words.act or change_suffix(run, words)),)
    if words.each and count == 1:
        return context.said.series if len(context.said.series) > 1 else names
    if count == len(names):
        return names
    if count > 1:
        before = _subjects_before(context, run)
        if before:
            return before
        if count <= len(context.said.history):
            return context.said.history[-count:]
    return (names[-1],)


def _noun_nearby(context: Context, run: Run) -> str:
    """The best noun where neither the clause nor an earlier figure gives a name."""
    start, end = context.clause_before(run.start)
    before = following_name(context.text[start:end], whole_object=False)
    verb = context.text[context.left : run.start].strip("，、。 ")
    cut = tokens(verb)
    verb = verb if len(cut) <= 2 and all(is_verbal(token) for token in cut) else ""
    return before or any_noun(context.text[run.end : context.sentence.end]) or verb


def _subjects_before(context: Context, run: Run) -> tuple[str, ...]:
    """The things that the clause before names, where it states no figure itself."""
    start, end = context.clause_before(run.start)
    if any(start <= low < end for low, _ in context.earlier):
        return ()
    subject = following_name(context.text[start:end], whole_object=False)
    return conjuncts(subject, len(run.slots))


def _name_behind(run: Run, words: Words, reading: Reading, behind: str) -> str:
    """The name behind the number, where the text puts it there (12个重大项目), else ""."""
    if reading.kind in (Kind.GROWTH, Kind.RANK, Kind.POINT_CHANGE) or len(run.slots) > 1:
        return ""
    following = _NEXT_QUANTITY.match(behind)
    open_to_noun = behind.startswith("的") or following or opens_with_size(behind)
    if _CLOSED.match(behind) and not open_to_noun:
        return ""
    capacity = _CAPACITY.search(reading.topic)
    if not capacity and not _waits_for_object(run, words, reading):
        return ""
    behind = behind[following.end() :] if following else behind
    name = following_name(behind, whole_object=bool(reading.topic))
    if capacity and name:
        return capacity.group() + _CAPACITY_OF.sub("", name)
    return _counted_thing(name, behind) if run.first.family == "count" else name


def _waits_for_object(run: Run, words: Words, reading: Reading) -> bool:
    """True where the words before the number do not name what it measures."""
    family, topic = run.first.family, reading.topic
    waits = words.has or _ends_in_verb(topic, family in ("count", "people"))
    waits = waits or (family == "bare" and bool(run.first.numeral.magnitude))
    if family in ("percent", "share"):
        return not (reading.kind is Kind.SHARE and reading.whole) and (waits or _only_area(topic))
    if waits or _only_area(topic):
        return True
    # A noun straight behind a measure word is what is counted, unless 达 or 超 closes a topic.
    return family in _COUNTED and not (words.reached or words.bound) and family != "bare"


def _only_area(topic: str) -> bool:
    """True where nothing but an area word is left of `topic` (为全区)."""
    name = clean(topic).name
    return area_at(name) == name


def _counted_thing(name: str, behind: str) -> str:
    """8个特色产业产值分别增长: eight 特色产业, not eight 产值."""
    head = head_of(name)
    if head is None or head.kind != "amount":
        return name
    stem = name[: -len(head.text)].rstrip("、和与及")
    next_figure = _MEASURED_NEXT.match(behind, behind.find(name) + len(name))
    return stem if len(stem) > 1 and next_figure else name


def _ends_in_verb(topic: str, counted: bool) -> bool:
    """True where `topic` waits for its object (实施, 苍梧、昭平等), or is empty."""
    if not topic or topic.endswith(("等", "的")):
        return True
    if head_of(topic):
        return False
    cut = tokens(topic)
    last = cut[-1]
    if names_activity(last.text):
        governs = bool(verb_class(last.text))
        return governs and (counted or all(is_verbal(token) for token in cut))
    return is_verbal(last) or last.tag in ("p", "c", "zg") or not clean(topic).name
