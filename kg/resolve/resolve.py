"""The only stage that sees all speeches: one node for each thing, with its edges and figures."""

from __future__ import annotations

from collections.abc import Sequence

from kg.records import Facts, Knowledge, Passage, ResolvedSpeech
from kg.resolve.entities import ClusterKey, make_entities
from kg.resolve.figures import figures
from kg.resolve.gathering import Gathering, gather
from kg.resolve.known import with_known_industries
from kg.resolve.named_posts import named_posts
from kg.resolve.speeches import Setting, holdings, meetings, settings
from kg.resolve.statements import edges, statements


def resolve(all_facts: Sequence[Facts]) -> Knowledge:
    """What the speeches say together. The order of `all_facts` does not change the things found."""
    all_facts = [with_known_industries(facts) for facts in all_facts]
    gathering = gather(all_facts)
    found = settings(all_facts, gathering)
    posts = named_posts(all_facts, gathering)
    supported = edges(all_facts, found, gathering)
    entities, ids = make_entities(gathering.clusters)
    rows, indicators = figures(all_facts, found, gathering, ids)
    files = {facts.speech.file.name: facts.speech.file for facts in all_facts}
    return Knowledge(
        files=tuple(files[name] for name in sorted(files)),
        meetings=meetings(all_facts, found, ids),
        speeches=_speeches(all_facts, found, gathering, ids),
        entities=entities,
        holdings=holdings(found, posts, ids),
        statements=statements(supported, ids),
        indicators=indicators,
        figures=rows,
    )


def _speeches(
    all_facts: Sequence[Facts],
    found: Sequence[Setting],
    gathering: Gathering,
    ids: dict[ClusterKey, str],
) -> tuple[ResolvedSpeech, ...]:
    rows = []
    for index, (facts, setting) in enumerate(zip(all_facts, found, strict=True)):
        speech = facts.speech
        named: set[tuple[str, Passage]] = {
            (ids[gathering.named[index, mention]], setting.passages.sentence_at(mention.start))
            for mention in facts.mentions
        }
        speaker = speech.official.name if speech.official else ""
        rows.append(
            ResolvedSpeech(
                id=setting.id,
                label=f"{speech.unit}{speaker}的发言" if speaker else f"{speech.unit}的报告",
                file=speech.file.name,
                headline=speech.headline,
                unit=ids[setting.unit],
                official=ids[setting.official] if setting.official else "",
                meeting=ids[setting.meeting] if setting.meeting else "",
                spoken_on=speech.spoken_on,
                mentions=tuple(sorted(named)),
            )
        )
    return tuple(sorted(rows, key=lambda row: row.id))
