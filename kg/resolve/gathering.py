"""First half of resolution: every mention of every speech is put to the thing it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.records import EntityClass, Facts, Mention, Speech
from kg.resolve import glossary
from kg.resolve.entities import Cluster, ClusterKey
from kg.resolve.names import key
from kg.resolve.spellings import (
    Identity,
    core_merges,
    identity,
    official_identity,
    quoted_core,
    unit_identity,
)


@dataclass(slots=True)
class Gathering:
    """The things met so far, and for each speech which thing a mention names."""

    clusters: dict[ClusterKey, Cluster] = field(default_factory=dict)
    named: dict[tuple[int, Mention], ClusterKey] = field(default_factory=dict)

    def add(self, identity: Identity, name: str, cls: EntityClass) -> ClusterKey:
        """Count one mention `name` of the thing `identity`; returns the thing's key."""
        cluster_key = (identity.space, identity.key)
        cluster = self.clusters.setdefault(cluster_key, Cluster(identity))
        cluster.add(name, cls, identity)
        return cluster_key

    def prefer(self, cluster_key: ClusterKey, name: str) -> None:
        """Let `name` be the label: it is how the thing itself is announced."""
        self.clusters[cluster_key].preferred[name] += 1

    def bring(self, entry: glossary.Entry) -> ClusterKey:
        """Add a thing that the glossary knows, though no text need name it."""
        known = Identity(
            "thing", key(entry.label), entry.label, entry.cls, other_names=entry.alt_labels
        )
        cluster_key = ("thing", known.key)
        self.clusters.setdefault(cluster_key, Cluster(known))
        return cluster_key


def gather(all_facts: Sequence[Facts]) -> Gathering:
    """Put each mention to its thing. Mentions are looked up by (index of the facts, mention)."""
    gathering = Gathering()
    merges = core_merges(
        (mention, facts.speech) for facts in all_facts for mention in facts.mentions
    )
    for index, facts in enumerate(all_facts):
        for mention in _named_in(facts):
            what = _identity_in(mention, facts.speech, all_facts, merges)
            cluster_key = gathering.add(what, mention.name, mention.cls)
            gathering.named[index, mention] = cluster_key
            if mention.cls.group is EntityClass.INITIATIVE:
                core = quoted_core(mention, facts.speech)
                gathering.clusters[cluster_key].cores |= {core} - {""}
            gathering.clusters[cluster_key].cores |= set(mention.aliases)
    return gathering


def _named_in(facts: Facts) -> Iterable[Mention]:
    """Each mention once: those found by name first, then the ends of relations and figures."""
    ends = [end for one in facts.relations for end in (one.subject, one.object) if end]
    measured = [one.about for one in facts.observations if one.about]
    posted = [end for one in facts.posts for end in (one.official, one.unit) if end]
    return dict.fromkeys([*facts.mentions, *ends, *measured, *posted])


def _identity_in(
    mention: Mention, speech: Speech, all_facts: Sequence[Facts], merges: dict[str, str]
) -> Identity:
    if mention.cls is EntityClass.OFFICIAL:
        return official_identity(mention.name, _unit_of_official(mention.name, speech, all_facts))
    what = identity(mention, speech)
    if not what.name and mention.cls.group is EntityClass.INITIATIVE and what.key in merges:
        return Identity("thing", merges[what.key], reason="引号内的名称，去掉中心词")
    return what


def _unit_of_official(name: str, speech: Speech, all_facts: Iterable[Facts]) -> str:
    """The unit that keeps a namesake apart: that of a byline in the same file, else the region."""
    for facts in all_facts:
        other = facts.speech
        if other.file.name == speech.file.name and other.official and other.official.name == name:
            return unit_identity(other.unit, other.region).name
    return "" if name == "习近平" else speech.region
