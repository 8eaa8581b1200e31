"""Last part of resolution: observations get their unit, shared indicator and measured thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.records import Facts, Figure, Indicator
from kg.resolve.entities import ClusterKey
from kg.resolve.gathering import Gathering
from kg.resolve.indicators import indicator_of
from kg.resolve.speeches import Setting


def figures(
    all_facts: Sequence[Facts],
    settings: Sequence[Setting],
    gathering: Gathering,
    ids: dict[ClusterKey, str],
) -> tuple[tuple[Figure, ...], tuple[Indicator, ...]]:
    """All figures and the indicators they measure, each sorted by id.

    A figure's id is its speech's with the raw offset of its numeral; a second figure told by the
    same numeral (A、B均增长5%) gets -2.
    """
    rows: list[Figure] = []
    wordings: dict[str, Indicator] = {}
    spellings: dict[str, set[str]] = defaultdict(set)
    for index, (facts, setting) in enumerate(zip(all_facts, settings, strict=True)):
        told: dict[int, int] = defaultdict(int)
        for observation in facts.observations:
            indicator = indicator_of(observation.indicator)
            wordings.setdefault(indicator.id, indicator)
            spellings[indicator.id].add(observation.indicator)
            passage = setting.passages.of(observation.sentence_start, observation.sentence_end)
            place = facts.speech.text.span(observation.start, observation.end).start
            told[place] += 1
            suffix = f"-{told[place]}" if told[place] > 1 else ""
            about = ids[gathering.named[index, observation.about]] if observation.about else ""
            rows.append(
                Figure(
                    id=f"observation/{setting.id.removeprefix('speech/')}-{place}{suffix}",
                    unit=ids[setting.unit],
                    indicator=indicator.id,
                    about=about,
                    passage=passage,
                    observation=observation,
                )
            )
    indicators = (
        Indicator(
            one.id,
            one.label,
            tuple(sorted((spellings[one.id] | set(one.alt_labels)) - {one.label})),
            one.defined,
        )
        for one in wordings.values()
    )
    return (
        tuple(sorted(rows, key=lambda figure: figure.id)),
        tuple(sorted(indicators, key=lambda indicator: indicator.id)),
    )
