"""Posts of officials named in a text: 市委书记袁家军 holds 市委书记, a post in 重庆市委."""

from __future__ import annotations

from collections.abc import Sequence

from kg.records import EntityClass, Facts
from kg.resolve.entities import ClusterKey
from kg.resolve.gathering import Gathering
from kg.resolve.names import slug
from kg.resolve.spellings import Identity
from kg.resolve.units import placed_name

Held = tuple[ClusterKey, ClusterKey, ClusterKey | None]


def named_posts(all_facts: Sequence[Facts], gathering: Gathering) -> tuple[Held, ...]:
    """(official, post, unit or None) for each post a text names beside a person's name."""
    held: list[Held] = []
    for index, facts in enumerate(all_facts):
        for named in facts.posts:
            title = placed_name(named.title, facts.speech.region, facts.speech.unit)
            post = gathering.add(
                Identity("post", slug(title), title), named.title, EntityClass.POST
            )
            gathering.prefer(post, named.title)
            where = gathering.named[index, named.unit] if named.unit else None
            held.append((gathering.named[index, named.official], post, where))
    return tuple(held)
