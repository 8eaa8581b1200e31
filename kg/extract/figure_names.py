"""Decides which words name what a run of figures measures: before it, behind it, said earlier."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.carried_names import (
    carried_verb,
    each_in_full,
    in_full,
    inherited,
    of_the_same,
    takes_verb,
)
from kg.extract.counted_things import counted_thing, is_rated
from kg.extract.figure_additions import addition, steps
from kg.extract.figure_context import Context, Names, clause_start
from kg.extract.figure_kinds import Reading
from kg.extract.figure_tokens import kept_with, names_activity, tokens, verb_class
from kg.extract.figure_words import Words
from kg.extract.indicators import Topic, area_at, clean, head_of
from kg.extract.measured_lists import (
    conjuncts,
    each_amount,
    each_measurable,
    each_ranked,
    listed,
    unlike_parts,
)
from kg.extract.noun_phrases import ends_in_predicate, following_name, subject_of
from kg.extract.quantity_runs import Run
from kg.extract.ranks import is_list, split_field
from kg.extract.told_apart import kept_verb, own_verb
from kg.lexicon import words as words_of
from kg.records import Kind

_BEHIND = 60
_SUPERLATIVE = re.compile(r"最[一-鿿]$|领先$")
_SIZES = ("money", "physical")
_CONTEST = re.compile(
    r"在(?:全[国省市县州]|刚刚结束的|[0-9]{4}年度?)*(?P<name>[^，。；、在]{2,16}?(?:考核|评价|评估|测评|考评|评比|竞赛|大赛))中，[^，。；]*$"
)
_RISEN = re.compile(
    r"创.{0,4}(?:新高|最高|纪录|最好)|(?:持续|不断|稳步|大幅|显著|明显|快速|加快|稳定)"
    r"(?:提升|增长|上升|提高|改善|扩大|攀升|优化|发展)|领跑|领先"
)
_INDUSTRY = re.compile(r"[产行]业")
_PREDICATE_TAGS = ("v", "vd", "d", "ad", "p", "c", "r", "ul")
_COMPARED = re.compile(r"(?:高于|快于|低于|慢于|优于)[^，、]{2,16}、?$")


def find_names(context: Context, run: Run, words: Words, reading: Reading, topic_end: int) -> Names:
    """What the figures of `run` measure; no names at all where the text gives none.

    `topic_end` is the place in the text where the words before the run begin to tell how much.
    """
    tail = run.slots[-1][-1].tail
    behind = context.text[tail : min(context.sentence.end, tail + _BEHIND)]
    rated = is_rated(behind) if run.first.family == "percent" and not reading.topic else ""
    if rated:
        return Names((rated,), stems=(rated,))
    name = counted_thing(run, words, reading, behind)
    if name:
        return _behind(name, run, reading)
    found = _before(context, run, words, reading, topic_end)
    added = addition(context, run, words)
    stems = found.stems or found.names
    return replace(found, names=tuple(one + added for one in found.names), stems=stems)


def _behind(name: str, run: Run, reading: Reading) -> Names:
    parts = unlike_parts(name) if run.first.family == "percent" else ()
    area = clean(reading.topic).area if reading.topic else ""
    verb = kept_verb(reading.topic, run.first)
    stems = parts or (name,)
    return Names(tuple(verb + one for one in stems), area, behind=True, stems=stems, verb=verb)


def _before(context: Context, run: Run, words: Words, reading: Reading, topic_end: int) -> Names:
    """The names before the run, or those of the figure before it."""
    whole = words.each or words.apart
    topic = reading.topic if whole else _last_measured(reading.topic, len(run.slots))
    topic = _COMPARED.sub("", topic) if reading.kind is Kind.LEVEL else topic
    if run.first.family in _SIZES and topic.startswith("的") and topic.endswith("、"):
        # 投资5亿元的康养中心、3亿元的物流园
        return inherited(context, run, words)
    if not topic.strip("的、，") or (reading.kind is Kind.RANK and area_at(topic) == topic):
        told = _of_list(context, run) or _of_clause_before(context, run)
        return told or inherited(context, run, words)
    parts = _parts(context, run, words, reading, topic, topic_end)
    if parts:
        return _coordinated(context, run, topic, parts)
    one = _national_title(clean(topic, run.first.relative), run)
    each = each_in_full(context, one.name, len(run.slots)) if len(run.slots) > 1 else ()
    if each:
        return Names(each, one.area, stems=each)
    governed = any(verb_class(word.text) for word in tokens(_left_out(topic, one.name)))
    name = one.name if governed else in_full(context, one.name)
    if reading.kind is Kind.RANK:
        ranked = _ranked_by(context, run, name)
        return Names((ranked,) if ranked else (), name if _is_place(name) else one.area)
    if not name:
        return replace(inherited(context, run, words), area=one.area)
    return _single(context, run, words, topic, replace(one, name=name))


def _of_list(context: Context, run: Run) -> Names | None:
    """What a rank without a topic of its own is a rank by: 居全国工业百强区榜首."""
    contest = _CONTEST.search(context.text[context.sentence.start : run.start])
    if contest and not context.said.names:
        return Names((contest["name"],), stems=(contest["name"],))
    area, by = split_field(run.field) if run.field else ("", "")
    own = not area or is_list(by) or not context.said.names
    return Names((by,), stems=(by,)) if by and own else None


def _of_clause_before(context: Context, run: Run) -> Names | None:
    """What the clause before says has risen, for a rank alone (A、B再创新高，跃居全国首位)."""
    start, end = context.clause_before(run.start)
    clause = context.text[start:end]
    if run.first.family != "rank" or _has_figure(context, start, end) or not _RISEN.search(clause):
        return None
    name = clean(subject_of(clause)).name
    each = each_ranked(name) or ((name,) if name else ())
    return Names(each, stems=each) if each else None


def _is_mere_predicate(name: str) -> bool:
    """True for verbs with adverbs that name nothing (已经推进, 都花)."""
    cut = tokens(name)
    if (
        len(cut) < 2
        or head_of(name)
        or any(names_activity(one.text) or kept_with(one.text) for one in cut)
    ):
        return False
    led = cut[0].tag in ("d", "ad", "r") and (
        cut[0].text in words_of("lead_words") or cut[0].text in words_of("figure_words")
    )
    return led and all(one.tag in _PREDICATE_TAGS for one in cut)


def _subject_before(context: Context, run: Run, words: Words) -> Names | None:
    """The subject of the clause before, or what the figure before measured."""
    start, end = context.clause_before(run.start)
    if _has_figure(context, start, end):
        return inherited(context, run, words)
    name = clean(subject_of(context.text[start:end])).name
    return Names((name,), stems=(name,)) if name and not _is_mere_predicate(name) else None


def _has_figure(context: Context, start: int, end: int) -> bool:
    return any(start <= low < end for low, _ in context.earlier)


def _national_title(one: Topic, run: Run) -> Topic:
    """全国 before things counted is no area but part of what they are called (全国文明村3个)."""
    if one.area != "全国" or run.first.family not in ("count", "people"):
        return one
    return Topic("全国" + one.name)


def _coordinated(context: Context, run: Run, topic: str, parts: tuple[str, ...]) -> Names:
    topics = [clean(part, run.first.relative) for part in parts]
    verb = kept_verb(_left_out(topic, topics[0].name), run.first)
    stems = tuple(in_full(context, one.name) for one in topics)
    led = tuple(verb + one if takes_verb(one) else one for one in stems[1:])
    return Names((verb + stems[0], *led), topics[0].area, stems=stems, verb=verb)


def _single(context: Context, run: Run, words: Words, topic: str, one: Topic) -> Names:
    """The name of one thing, with the verb it needs, its own or that of the list it stands in."""
    goes_on = context.text.startswith(("、", "和", "与", "及"), context.left)
    again = of_the_same(context, run, one.name, goes_on)
    if again:
        return replace(again, area=one.area)
    told = _subject_before(context, run, words) if _is_mere_predicate(one.name) else None
    if told:
        return told
    verb = kept_verb(_left_out(topic, one.name), run.first)
    if not verb and goes_on and topic.strip("、和与及") == one.name:
        verb = carried_verb(context, run, one.name)
    name = one.name if run.first.relative else _without_rate(one.name)
    if not verb:
        verb, name = own_verb(name)
    return Names((verb + name + words.act,), one.area, stems=(name,), verb=verb)


def _without_rate(name: str) -> str:
    """`name` without 增速 where the figure is no rate (收入增速高于经济增速、突破3万元)."""
    head = head_of(name)
    rate = head is not None and head.bare and head.kind in ("growth", "fall")
    return name[: -len(head.text)] if head and rate else name


def _left_out(topic: str, name: str) -> str:
    """What stands before `name` in `topic`."""
    return topic[: max(0, topic.rfind(name))]


def _last_measured(topic: str, count: int) -> str:
    """`topic` without an earlier predicate of the same clause (三期建成投运、旅客吞吐量)."""
    parts = listed(topic)
    if count > 1 or len(parts) < 2:
        return topic
    cut = tokens(parts[-1])
    head = head_of(parts[-1])
    lead = 1 if len(cut) > 1 and cut[0].text in words_of("lead_words") else 0
    verbal = verb_class(cut[lead].text) != "" and not names_activity(cut[lead].text)
    governed = lead == 1 and verb_class(tokens(topic)[0].text) != ""
    verbal = verbal or (governed and verb_class(cut[lead].text) != "")
    told = verbal and (head is None or head.text != parts[-1])
    told = told or (ends_in_predicate(parts[-2]) and not _INDUSTRY.search(parts[-1]))
    if told or _SUPERLATIVE.search(parts[-2]):
        topic = parts[-1]
    if topic.endswith("、") and not _COMPARED.search(topic):
        return following_name(topic, whole_object=False) or topic
    return topic


def _parts(
    context: Context, run: Run, words: Words, reading: Reading, topic: str, topic_end: int
) -> tuple[str, ...]:
    """The coordinated things that the figures of a run, or its only figure, are given for."""
    count = len(run.slots)
    if count > 1:
        wide = _wide_topic(context, run, topic_end)
        return conjuncts(topic, count) or conjuncts(wide, count)
    if words.each or words.apart:
        return conjuncts(topic)
    if reading.kind is Kind.RANK:
        return each_ranked(topic)
    if _holds_for_each(context, run, words):
        return each_amount(topic)
    if reading.kind in (Kind.GROWTH, Kind.POINT_CHANGE):
        return each_measurable(topic)
    return ()


def _holds_for_each(context: Context, run: Run, words: Words) -> bool:
    """True for a round number that several amounts passed (A、B产值突破百亿元), or their steps."""
    round_bound = not run.first.numeral.digits and words.bound is not None
    return round_bound or bool(steps(context, run))


def _wide_topic(context: Context, run: Run, topic_end: int) -> str:
    """The topic from the start of the clause, earlier quantities left out."""
    start = clause_start(context.text, context.sentence.start, run.start)
    kept, position = [], start
    for low, high in context.earlier:
        if low >= start:
            kept.append(context.text[position:low])
            position = high
    return "".join(kept) + context.text[position:topic_end]


def _ranked_by(context: Context, run: Run, name: str) -> str:
    """What a rank is a rank of; a named place has it by something (北京居自然指数全球榜首)."""
    by = split_field(run.field)[1]
    if not name or _is_place(name):
        return by or next(iter(context.said.names[-1:]), run.field)
    return name if by in name else name + by


def _is_place(name: str) -> bool:
    cut = tokens(name)
    return len(cut) == 1 and cut[0].tag == "ns"
