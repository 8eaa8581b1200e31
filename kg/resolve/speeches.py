"""Second half of resolution: speeches with their speakers, posts, units and meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.records import EntityClass, Facts, Holding, ResolvedMeeting, Speech
from kg.resolve.entities import ClusterKey
from kg.resolve.gathering import Gathering
from kg.resolve.named_posts import Held
from kg.resolve.names import slug
from kg.resolve.passages import Passages, raw_passage
from kg.resolve.spellings import Identity, official_identity, unit_identity
from kg.resolve.units import placed_name


@dataclass(frozen=True, slots=True)
class Setting:
    """Who gives a speech for whom and where: the keys of the things, None where there is none."""

    id: str
    passages: Passages
    unit: ClusterKey
    official: ClusterKey | None
    posts: tuple[tuple[ClusterKey, ClusterKey | None], ...]
    meeting: ClusterKey | None


def settings(all_facts: Sequence[Facts], gathering: Gathering) -> tuple[Setting, ...]:
    """The setting of each speech, its unit, official, posts and meeting added to `gathering`."""
    ids = _speech_ids([facts.speech for facts in all_facts])
    return tuple(
        _setting(facts.speech, identifier, gathering)
        for facts, identifier in zip(all_facts, ids, strict=True)
    )


def _speech_ids(speeches: Sequence[Speech]) -> list[str]:
    """`speech/2025-04-24-綦江区`; a second speech of that day gets -2."""
    seen: Counter[str] = Counter()
    ids = []
    for speech in speeches:
        day = speech.spoken_on.isoformat() if speech.spoken_on else slug(speech.file.name)
        unit = unit_identity(speech.unit, speech.region).name or speech.unit
        base = f"speech/{day}-{slug(unit)}"
        seen[base] += 1
        ids.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return ids


def _setting(speech: Speech, identifier: str, gathering: Gathering) -> Setting:
    who = unit_identity(speech.unit, speech.region)
    unit = gathering.add(who, speech.unit, who.cls or EntityClass.UNIT)
    gathering.prefer(unit, speech.unit)
    official, posts = None, []
    if speech.official:
        person = official_identity(speech.official.name, who.name)
        official = gathering.add(person, speech.official.name, EntityClass.OFFICIAL)
        for post in speech.official.posts:
            posts.append(_post(post.title, post.unit, speech, gathering))
    meeting = None
    if speech.meeting:
        day = speech.meeting.held_on
        name = speech.meeting.name
        dated = f"{name} {day}" if day else name
        meeting = gathering.add(Identity("meeting", slug(dated), dated), name, EntityClass.MEETING)
        gathering.prefer(meeting, name)
    return Setting(identifier, Passages(speech, identifier), unit, official, tuple(posts), meeting)


def _post(
    title: str, unit: str, speech: Speech, gathering: Gathering
) -> tuple[ClusterKey, ClusterKey | None]:
    where = None
    if unit:
        identity = unit_identity(unit, speech.region, speech.unit)
        where = gathering.add(identity, unit, identity.cls or EntityClass.UNIT)
    placed = placed_name(title, speech.region, speech.unit)
    post = gathering.add(Identity("post", slug(placed), placed), title, EntityClass.POST)
    gathering.prefer(post, title)
    return post, where


def holdings(
    found: Sequence[Setting], named: Sequence[Held], ids: dict[ClusterKey, str]
) -> tuple[Holding, ...]:
    """Who holds which post of which unit, by the bylines and as `named` in the texts, sorted."""
    held = [
        (setting.official, post, where)
        for setting in found
        if setting.official
        for post, where in setting.posts
    ]
    rows = {
        (ids[official], ids[post], ids[where] if where else "")
        for official, post, where in (*held, *named)
    }
    return tuple(Holding(*row) for row in sorted(rows))


def meetings(
    all_facts: Sequence[Facts], found: Sequence[Setting], ids: dict[ClusterKey, str]
) -> tuple[ResolvedMeeting, ...]:
    """Each meeting once, with its date and its first notice, sorted by id."""
    rows: dict[str, ResolvedMeeting] = {}
    for facts, setting in zip(all_facts, found, strict=True):
        meeting = facts.speech.meeting
        if meeting and setting.meeting:
            notice = raw_passage(facts.speech, meeting.notice, "") if meeting.notice else None
            identifier = ids[setting.meeting]
            known = rows.get(identifier)
            if known is None or (notice and (not known.notice or notice < known.notice)):
                rows[identifier] = ResolvedMeeting(identifier, meeting.held_on, notice)
    return tuple(rows[identifier] for identifier in sorted(rows))
