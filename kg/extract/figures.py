"""Turns every figure that a speech states into an observation, and accounts for all numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.figure_context import Context, Said, clause_start
from kg.extract.figure_kinds import Reading, read_kind, signed
from kg.extract.figure_names import find_names
from kg.extract.figure_subjects import measured_thing
from kg.extract.figure_times import Times, read_times
from kg.extract.figure_words import Words, read_words
from kg.extract.measures import Quantity
from kg.extract.numerals import narrow
from kg.extract.quantities import Item, sort_numerals
from kg.extract.quantity_runs import Run, runs
from kg.extract.sentences import Sentence
from kg.records import Comparator, Kind, Mention, Numeral, Observation, Speech

_BEHIND = 80
_JOINT = re.compile(r"^[、，和与及并且而\s]+")
_AGAIN = re.compile(r"、[并且又也]")
_ABSOLUTE_CHANGE = re.compile(r"(?:增加量|减少量)$")


def extract_figures(
    speech: Speech, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[tuple[Observation, ...], tuple[Numeral, ...]]:
    """All figures of `speech`, and all its numerals.

    `sentences` are those of the speech's text, `mentions` the names found in it (may be empty).
    A numeral that a figure explains has the reason "", every other tells why it is no figure;
    "unexplained" marks one that no rule covers.
    """
    text = narrow(speech.text.characters)
    ordered = tuple(sorted(mentions))
    items = sort_numerals(text, ordered)
    times = read_times(text, speech.spoken_on)
    observations: list[Observation] = []
    for sentence, own in _by_sentence(sentences, items):
        observations.extend(_read_sentence(text, sentence, own, times, ordered))
    return tuple(observations), _numerals(items, observations)


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
    previous = sentence.start
    for run in runs(text, items):
        left = max(previous, clause_start(text, sentence.start, run.start))
        context = Context(text, sentence, left, said, times, mentions, tuple(spans))
        found, said = _read_run(context, run)
        observations.extend(found)
        spans.append((run.start, run.end))
        previous = run.end
    return observations


def _read_run(context: Context, run: Run) -> tuple[list[Observation], Said]:
    """The observations of one run, and what it leaves said for the next."""
    written = context.text[context.left : run.start]
    joined = _JOINT.match(written) is not None
    left = _AGAIN.split(_JOINT.sub("", written))[-1]
    words = read_words(left, run.first)
    end = run.slots[-1][-1].end
    behind = context.text[end : min(context.sentence.end, end + _BEHIND)]
    reading = read_kind(run.first, words, left[: words.topic], behind)
    reading = _continued(context.said, run, reading, joined)
    found = find_names(context, run, words, reading)
    if not found.names:
        return [], context.said
    if found.behind and reading.kind is Kind.LEVEL and run.first.family in ("percent", "share"):
        reading = replace(reading, kind=Kind.SHARE, whole=found.names[0])
    place = (run.start - len(left), run.start - len(left) + words.topic)
    about = measured_thing(
        context.text, context.mentions, context.clause_before(place[0]), place, run.end
    )
    if about is None and not reading.topic and not found.behind:
        about = context.said.about
    area = _area(context.said, run, found.area)
    observations = [
        _observation(context, quantity, words, reading, name, area, about, place[1])
        for index, slot in enumerate(run.slots)
        for quantity in slot
        for name in _of_slot(found.names, index, len(run.slots))
    ]
    said = _leave(context.said, run, words, reading, found.names, joined)
    scope = found.area if found.area[:1] in ("全", "我") else ""
    return observations, replace(said, area=scope or said.area, about=about)


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


def _area(said: Said, run: Run, named: str) -> str:
    if run.first.family == "rank":
        return run.field or said.field or named or said.area
    return named or said.area


def _leave(
    said: Said, run: Run, words: Words, reading: Reading, names: tuple[str, ...], joined: bool
) -> Said:
    plain = tuple(_ABSOLUTE_CHANGE.sub("", name) for name in names)
    return replace(
        said,
        names=plain,
        series=(said.series if joined else ()) + plain,
        history=said.history + tuple(name for name in plain if name not in said.history),
        field=run.field or said.field,
        kind=reading.kind,
        whole=reading.whole,
        source=words.source,
        led=reading.sign if reading.leading else 0,
    )


def _observation(
    context: Context,
    quantity: Quantity,
    words: Words,
    reading: Reading,
    name: str,
    area: str,
    about: Mention | None,
    words_start: int,
) -> Observation:
    value, amount, base_unit = signed(quantity, reading)
    period, status = context.times.of(context.sentence, words_start, quantity.start)
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
