"""Gathers the mentions of one thing from all speeches into one entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.records import Entity, EntityClass
from kg.resolve.names import entity_id, key
from kg.resolve.spellings import Identity


@dataclass(slots=True)
class Cluster:
    """All that is known of one thing while mentions come in.

    `preferred` are spellings that have a claim to be the label (a byline's spelling of its unit),
    `cores` quoted names that the text wrote with a head noun (智融惠畅 of “智融惠畅”工程).
    """

    identity: Identity
    spellings: Counter[str] = field(default_factory=Counter)
    classes: Counter[EntityClass] = field(default_factory=Counter)
    reasons: dict[str, str] = field(default_factory=dict)
    preferred: Counter[str] = field(default_factory=Counter)
    cores: set[str] = field(default_factory=set)

    def add(self, name: str, cls: EntityClass, identity: Identity) -> None:
        """Count one mention spelled `name`."""
        self.spellings[name] += 1
        self.classes[cls] += 1
        if identity.reason:
            self.reasons.setdefault(name, identity.reason)
        if identity.name and not self.identity.name:
            self.identity = identity


ClusterKey = tuple[str, str]
Clusters = Mapping[ClusterKey, Cluster]


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], len(name), name))


def decide_class(cluster: Cluster) -> EntityClass:
    """One class over all mentions: the register's, else the most frequent group's finest class."""
    if cluster.identity.cls is not None:
        return cluster.identity.cls
    groups: Counter[EntityClass] = Counter()
    for cls, count in cluster.classes.items():
        groups[cls.group] += count
    group = min(groups, key=lambda one: (-groups[one], one.value))
    finer = {cls: n for cls, n in cluster.classes.items() if cls.group is group and cls != group}
    return min(finer, key=lambda one: (-finer[one], one.value)) if finer else group


def make_entity(cluster: Cluster) -> Entity:
    """The entity of a cluster: class, label, other spellings, and why each is the same thing."""
    cls = decide_class(cluster)
    official = cluster.identity.name
    label = _most(cluster.preferred) if cluster.preferred else official or _most(cluster.spellings)
    named = {*cluster.spellings, *cluster.identity.other_names, *cluster.cores, official}
    others = named - {label, ""}
    return Entity(
        id=entity_id(cls.group, cluster.identity.path or official or label),
        cls=cls,
        label=label,
        alt_labels=tuple(sorted(others)),
        code=cluster.identity.code,
        merged=tuple(
            f"{name}: {cluster.reasons.get(name, _spelling_reason(name, label))}"
            for name in sorted(cluster.spellings)
            if name != label
        ),
    )


def _spelling_reason(name: str, label: str) -> str:
    if key(name) == key(label):
        return "same name but for quotes, punctuation and width"
    return "name by which the register or the text calls it"


def make_entities(clusters: Clusters) -> tuple[tuple[Entity, ...], dict[ClusterKey, str]]:
    """All entities sorted by id, and the entity's id for each cluster.

    Two clusters that come to the same id name the same thing (X公司 once taken for a body, once
    for a company) and become one entity.
    """
    _keep_own_cores(clusters)
    by_id: dict[str, list[ClusterKey]] = defaultdict(list)
    for cluster_key, cluster in clusters.items():
        by_id[make_entity(cluster).id].append(cluster_key)
    entities, ids = [], {}
    for identifier, keys in sorted(by_id.items()):
        entity = make_entity(_joined([clusters[one] for one in keys]))
        entities.append(replace(entity, id=identifier))
        ids.update(dict.fromkeys(keys, identifier))
    return tuple(entities), ids


def _keep_own_cores(clusters: Clusters) -> None:
    """A quoted name is a spelling of a thing only where no other thing is called so too."""
    owners: dict[str, set[ClusterKey]] = defaultdict(set)
    for cluster_key, cluster in clusters.items():
        names = {*cluster.spellings, *cluster.cores, *cluster.identity.other_names}
        for name in names:
            owners[key(name)].add(cluster_key)
    for cluster in clusters.values():
        cluster.cores = {core for core in cluster.cores if len(owners[key(core)]) == 1}


def _joined(clusters: Sequence[Cluster]) -> Cluster:
    whole = Cluster(clusters[0].identity)
    for cluster in clusters:
        whole.spellings.update(cluster.spellings)
        whole.classes.update(cluster.classes)
        whole.preferred.update(cluster.preferred)
        whole.cores |= cluster.cores
        whole.reasons = cluster.reasons | whole.reasons
    return whole
