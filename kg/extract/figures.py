"""Turns every figure that a speech states into an observation, and accounts for all numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.bare_indicators import bare_indicator
from kg.extract.figure_additions import change_suffix
from kg.extract.figure_context import Context, Names, Said, clause_start
from kg.extract.figure_kinds import Reading, read_kind, signed
from kg.extract.figure_names import find_names
from kg.extract.figure_subjects import measured_thing
from kg.extract.figure_times import Times, read_times
from kg.extract.figure_words import Words, read_words
from kg.extract.indicators import holds_on
from kg.extract.measures import Quantity
from kg.extract.numerals import narrow, with_wide_marks
from kg.extract.quantities import Item, sort_numerals
from kg.extract.quantity_runs import Run, runs
from kg.extract.ranks import split_field
from kg.extract.sentences import Sentence
from kg.records import Comparator, Kind, Mention, Numeral, Observation, Speech

_BEHIND = 80
_JOINT = re.compile(r"^[、，\s]*(?:并且|而且|以及|[和与及且而](?!美)|并(?![网购联列轨]))?[、，\s]*")
_AGAIN = re.compile(r"、[并且又也]")
_NEVER_SAID_AGAIN = re.compile(r"台阶$|大关$|.连续")


def extract_figures(
    speech: Speech, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[tuple[Observation, ...], tuple[Numeral, ...]]:
    """All figures of `speech`, and all its numerals.

    `sentences` are those of the speech's text, `mentions` the names found in it (may be empty).
    A numeral that a figure explains has the reason "", every other tells why it is no figure;
    "unexplained" marks one that no rule covers.
    """
    text = with_wide_marks(narrow(speech.text.characters))
    ordered = tuple(sorted(mentions))
    items = sort_numerals(text, ordered)
    times = read_times(text, speech.spoken_on)
    observations: list[Observation] = []
    for sentence, own in _by_sentence(sentences, items):
        observations.extend(_read_sentence(text, sentence, own, times, ordered))
    bare = tuple(
        replace(one, indicator=bare_indicator(one.indicator, speech.unit, speech.region))
        for one in observations
    )
    return bare, _numerals(items, observations)


def _by_sentence(
    sentences: Sequence[Sentence], items: Sequence[Item]
) -> Iterator[tuple[Sentence, list[Item]]]:
    position = 0
    for sentence in sentences:
        own = []
        while position < len(items) and items[position].numeral.start < sentence.end:
            if items[position].numeral.start >= sentence.start:
                own.append(items[position])
            position += 1
        if own:
            yield sentence, own


def _numerals(items: Sequence[Item], observations: Sequence[Observation]) -> tuple[Numeral, ...]:
    figures = {place for one in observations for place in range(one.start, one.end)}
    found = []
    for item in items:
        numeral = item.numeral
        explained = numeral.start in figures and numeral.end - 1 in figures
        reason = "" if item.quantity and explained else item.reason or "unexplained"
        found.append(Numeral(numeral.start, numeral.end, numeral.text, reason))
    return tuple(found)


def _read_sentence(
    text: str,
    sentence: Sentence,
    items: Sequence[Item],
    times: Times,
    mentions: tuple[Mention, ...],
) -> list[Observation]:
    said = Said()
    observations: list[Observation] = []
    spans: list[tuple[int, int]] = []
    before = previous = sentence.start
    for run in runs(text, items):
        # 居全市12个县区第2位: the rank is told of what the count inside its words is told of.
        inside = [start for start, _ in spans if start >= run.start]
        start = clause_start(text, sentence.start, run.start)
        left = max(before if inside else previous, start)
        context = Context(text, sentence, left, said, times, mentions, tuple(spans))
        before = previous
        found, said, previous = _read_run(context, run)
        observations.extend(found)
        spans.append((run.start, run.end))
    return observations


def _read_run(context: Context, run: Run) -> tuple[list[Observation], Said, int]:
    """The observations of one run, what it leaves said for the next, and how far it was read."""
    written = context.text[context.left : run.start]
    joint = _JOINT.match(written)
    joined = joint is not None and joint.end() > 0
    left = _AGAIN.split(_JOINT.sub("", written))[-1]
    words = read_words(left, run.first)
    end = run.slots[-1][-1].end
    behind = context.text[end : min(context.sentence.end, end + _BEHIND)]
    reading = read_kind(run.first, words, left[: words.topic], behind)
    reading = _continued(context.said, run, reading, joined)
    place = (run.start - len(left), run.start - len(left) + words.topic)
    found = find_names(context, run, words, reading, place[1])
    if not found.names:
        return [], context.said, run.end
    of_itself = found.behind and run.first.family in ("percent", "share")
    if of_itself and reading.kind is Kind.LEVEL:
        reading = replace(reading, kind=Kind.SHARE)
    about = measured_thing(
        context.text, context.mentions, context.clause_before(place[0]), place, run.first
    )
    if about is None and not reading.topic and not found.behind:
        about = context.said.about
    area = _area(context.said, run, found)
    observations = [
        _observation(
            context,
            quantity,
            words,
            _of_slot_alone(reading, run, index, name, of_itself),
            name,
            area,
            about,
            place,
        )
        for index, slot in enumerate(run.slots)
        for quantity in slot
        for name in _of_slot(found.names, index, len(run.slots))
    ]
    said = _leave(context.said, run, words, reading, found, joined)
    scope = found.area if holds_on(found.area) else ""
    said = replace(said, area=scope or said.area, place="" if run.field else area, about=about)
    return observations, said, _read_to(context, run, found)


def _of_slot_alone(reading: Reading, run: Run, index: int, name: str, of_itself: bool) -> Reading:
    """`reading` with the sign of its own slot (分别增长5%、下降12%).

    A share of what it names (61%的污水处理厂) is one of that whole.
    """
    if run.signs and run.signs[index]:
        reading = replace(reading, sign=run.signs[index])
    return replace(reading, whole=reading.whole or name) if of_itself else reading


def _read_to(context: Context, run: Run, found: Names) -> int:
    """Where the words for the next run may begin: behind a name that 、 closes (2个产业、…)."""
    if run.first.family == "capacity":
        return context.left
    if found.behind and len(found.stems) == 1:
        name = found.stems[0]
        end = context.text.find(name, run.end, run.end + len(name) + 2) + len(name)
        if end > run.end and context.text.startswith("、", end):
            return end
    return run.end


def _of_slot(names: tuple[str, ...], index: int, slots: int) -> tuple[str, ...]:
    if slots == 1:
        return names
    return (names[min(index, len(names) - 1)],)


def _continued(said: Said, run: Run, reading: Reading, joined: bool) -> Reading:
    """`reading` with what holds on from the figure before: 从…, or a verb that governs a list."""
    if joined and said.led and run.first.percent_like and reading.kind is Kind.LEVEL:
        return replace(reading, kind=Kind.GROWTH, sign=said.led, leading=True)
    if said.source and reading.kind is Kind.LEVEL:
        return replace(reading, kind=said.kind, whole=reading.whole or said.whole)
    return reading


def _area(said: Said, run: Run, found: Names) -> str:
    named = found.area or (said.place if found.inherited else "")
    if run.first.family == "rank":
        return split_field(run.field)[0] or split_field(said.field)[0] or named or said.area
    return named or said.area


def _leave(
    said: Said, run: Run, words: Words, reading: Reading, found: Names, joined: bool
) -> Said:
    resumed = found.inherited and found.stems == said.counted[1:]
    if resumed and said.unit != run.first.base_unit:
        # 12家企业产值超10亿元，3家超50亿元: the amount that follows is still one of 产值.
        return said
    added = change_suffix(run, words) or bool(_NEVER_SAID_AGAIN.search(found.names[0]))
    plain = found.stems if added else found.names
    return replace(
        said,
        names=plain,
        stems=found.stems,
        verb=found.verb,
        unit=run.first.base_unit,
        series=(said.series if joined else ()) + plain,
        history=said.history + tuple(name for name in plain if name not in said.history),
        things=said.things + tuple(name for name in found.stems if name not in said.things),
        field=run.field or said.field,
        kind=reading.kind,
        whole=reading.whole,
        source=words.source,
        led=reading.sign if reading.leading else 0,
        counted=(run.first.base_unit, found.stems[-1])
        if run.first.family == "count" and found.stems
        else said.counted,
    )


def _observation(
    context: Context,
    quantity: Quantity,
    words: Words,
    reading: Reading,
    name: str,
    area: str,
    about: Mention | None,
    place: tuple[int, int],
) -> Observation:
    value, amount, base_unit = signed(quantity, reading)
    # 从全国第8位升至第5位: the words of a rank hold its 从.
    ranked = context.text[place[1] : quantity.start] if reading.kind is Kind.RANK else ""
    before = words.source or "从" in ranked or "由" in ranked
    period, status = context.times.of(context.sentence, place, quantity.start, before)
    return Observation(
        start=quantity.start,
        end=quantity.end,
        sentence_start=context.sentence.start,
        sentence_end=context.sentence.end,
        indicator=name,
        kind=reading.kind,
        comparator=quantity.after or words.bound or Comparator.EQUAL,
        value=value,
        unit_text=quantity.unit_text,
        amount=amount,
        base_unit=base_unit,
        area=area,
        period=period,
        whole=reading.whole,
        status=status,
        about=about,
    )
