"""The words of the `kg:` vocabulary that records are made with; each value is a local name."""

from __future__ import annotations

from enum import StrEnum


class EntityClass(StrEnum):
    """The classes of nodes; the value is the local name in the `kg:` vocabulary."""

    UNIT = "Unit"
    DISTRICT = "District"
    DEPARTMENT = "Department"
    OFFICIAL = "Official"
    POST = "Post"
    MEETING = "Meeting"
    SPEECH = "Speech"
    ENTERPRISE = "Enterprise"
    BODY = "Body"
    PROJECT = "Project"
    INITIATIVE = "Initiative"
    FRAMEWORK = "Framework"
    PROGRAMME = "Programme"
    MECHANISM = "Mechanism"
    PILOT = "Pilot"
    PLATFORM = "Platform"
    BRAND = "Brand"
    POLICY = "Policy"
    EVENT = "Event"
    INDUSTRY = "Industry"
    PLACE = "Place"
    RECOGNITION = "Recognition"

    @property
    def group(self) -> EntityClass:
        """The top class this class belongs to (`PILOT` -> `INITIATIVE`, `PLACE` -> `PLACE`)."""
        return _GROUPS.get(self, self)


_GROUPS = {
    EntityClass.DISTRICT: EntityClass.UNIT,
    EntityClass.DEPARTMENT: EntityClass.UNIT,
} | dict.fromkeys(
    (
        EntityClass.FRAMEWORK,
        EntityClass.PROGRAMME,
        EntityClass.MECHANISM,
        EntityClass.PILOT,
        EntityClass.PLATFORM,
        EntityClass.BRAND,
        EntityClass.POLICY,
        EntityClass.EVENT,
    ),
    EntityClass.INITIATIVE,
)


class Predicate(StrEnum):
    """The relations between nodes; the value is the local name in the `kg:` vocabulary."""

    LEADS = "leads"
    ALIGNS_WITH = "alignsWith"
    IMPLEMENTS = "implements"
    CREATES = "creates"
    HOSTS = "hosts"
    ISSUES = "issues"
    ADVANCES = "advances"
    SIGNS = "signs"
    SUPPORTS = "supports"
    COOPERATES_WITH = "cooperatesWith"
    ATTRACTS = "attracts"
    BUILDS = "builds"
    RECOGNISED_AS = "recognisedAs"
    LOCATED_IN = "locatedIn"
    PART_OF = "partOf"
    DEVELOPS = "develops"


class Kind(StrEnum):
    """What a stated figure says of its indicator."""

    LEVEL = "Level"
    GROWTH = "Growth"
    SHARE = "Share"
    RANK = "Rank"
    POINT_CHANGE = "PointChange"


class Comparator(StrEnum):
    """How the stated value bounds the true one."""

    EQUAL = "Equal"
    AT_LEAST = "AtLeast"
    AT_MOST = "AtMost"
    ABOUT = "About"


class Status(StrEnum):
    """Whether the text reports something done, sets a target, or plans it."""

    REPORTED = "Reported"
    TARGET = "Target"
    PLANNED = "Planned"
