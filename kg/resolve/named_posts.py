"""Posts of officials named in a text: 市委书记袁家军 holds 市委书记, a post in 重庆市委."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import longest_first
from kg.records import EntityClass, Facts, Mention, Predicate
from kg.resolve.entities import ClusterKey
from kg.resolve.gathering import Gathering
from kg.resolve.names import slug
from kg.resolve.spellings import Identity
from kg.resolve.units import placed_name

_LONGEST_POST = 24
Held = tuple[ClusterKey, ClusterKey, ClusterKey | None]


def named_posts(all_facts: Sequence[Facts], gathering: Gathering) -> tuple[Held, ...]:
    """(official, post, unit or None) for each post a text names beside a person's name.

    The post before the name runs from the unit that the person is said to lead; behind the name
    stands a rank alone (习近平总书记), which is a post of no unit the text names.
    """
    held: list[Held] = []
    for index, facts in enumerate(all_facts):
        text = facts.speech.text.characters
        led = {
            relation.subject: relation.object
            for relation in facts.relations
            if relation.predicate is Predicate.LEADS and relation.subject
        }
        for mention in facts.mentions:
            if mention.cls is not EntityClass.OFFICIAL:
                continue
            unit = led.get(mention)
            title = _title(text, mention, unit)
            if not title:
                continue
            placed = placed_name(title, facts.speech.region, facts.speech.unit)
            post = gathering.add(Identity("post", slug(placed), placed), title, EntityClass.POST)
            gathering.prefer(post, title)
            where = gathering.named[index, unit] if unit else None
            held.append((gathering.named[index, mention], post, where))
    return tuple(held)


def _title(text: str, mention: Mention, unit: Mention | None) -> str:
    if unit is not None and 0 < mention.start - unit.start <= _LONGEST_POST:
        return text[unit.start : mention.start]
    behind = text[mention.end : mention.end + _LONGEST_POST]
    return next((rank for rank in longest_first("posts") if behind.startswith(rank)), "")
