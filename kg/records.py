"""The records that pass between stages: frozen, typed, and (nearly) free of behaviour.

Two kinds of offset occur and are never mixed in one field:

* a `Span` counts Unicode code points of the *raw* decoded file, start inclusive, end exclusive;
* integer fields named `start` and `end` on a mention, relation, observation or numeral count
  characters of the *speech's own* reflowed `Text`, start inclusive, end exclusive.
  `Text.span(start, end)` turns the second into the first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kg.vocabulary import Comparator as Comparator
from kg.vocabulary import EntityClass as EntityClass
from kg.vocabulary import Kind as Kind
from kg.vocabulary import Predicate as Predicate
from kg.vocabulary import Status as Status


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `[start, end)` of a raw decoded file."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """Reflowed text with its way back to the raw file.

    `offsets[i]` is the raw offset of `characters[i]`. Layout (line cuts, justification spaces) is
    dropped from `characters`; nothing is added but "\\n" between paragraphs, and that newline
    stands for one in the file.
    """

    characters: str
    offsets: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.characters) != len(self.offsets):
            raise ValueError("a text needs exactly one raw offset for each character")

    def span(self, start: int, end: int) -> Span:
        """The raw span of `characters[start:end]`; `0 <= start < end <= len`, else ValueError."""
        if not 0 <= start < end <= len(self.characters):
            raise ValueError(f"no characters in [{start}, {end}) of {len(self.characters)}")
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read: its name as shown, its decoded text, and what identifies it."""

    name: str
    raw: str = field(repr=False)
    sha256: str
    encoding: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch of a file that belongs to no speech, and why (`page remnant`, `page title`, …)."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the byline or the text gives it: 綦江区委书记 of the unit 綦江区.

    `unit` is empty for a rank without a unit of its own to lead (市委常委 keeps 市委).
    """

    title: str
    unit: str


@dataclass(frozen=True, slots=True)
class Official:
    """The person of a byline, with the posts in the order of the text."""

    name: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the speeches were given at. `notice` is where the file says so."""

    name: str
    held_on: date | None
    notice: Span | None


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech or report, ready for extraction.

    `text` holds the headline (its lines joined with a space), a newline, and the body's
    paragraphs, one a line; without a headline it holds the body alone. `body_start` is where the
    body begins. `region` is the province-level or city unit whose 全市 or 全省 the text speaks of
    (重庆市), or "" where the file does not tell. `spoken_on` dates the speech for resolving
    一季度 and 今年: the meeting's or the file's date.
    """

    file: SourceFile
    unit: str
    official: Official | None
    region: str
    meeting: Meeting | None
    spoken_on: date | None
    text: Text
    body_start: int
    headline: str
    byline: Span | None
    body: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One file taken apart: every raw character is in a speech, the notice, or set aside."""

    file: SourceFile
    meeting: Meeting | None
    speeches: tuple[Speech, ...]
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name of a thing in one speech.

    `name` is spelled as in the text, without quotes around the whole; a name composed from a
    coordination (A、B等基地 -> A基地) keeps the span it was composed from. `reason` is the rule
    that found it, for `kg show` and for debugging.
    """

    start: int
    end: int
    name: str
    cls: EntityClass
    reason: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A stated relation. `subject` None is the unit of the speech.

    `[start, end)` is the sentence that states it; `rule` names what found it.
    """

    subject: Mention | None
    predicate: Predicate
    object: Mention
    start: int
    end: int
    status: Status = Status.REPORTED
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One stated figure.

    `[start, end)` is the numeral with its unit; `[sentence_start, sentence_end)` the sentence
    around it. `value` is the number as written (5.67 of 5.67万亿元), `unit_text` the unit with
    万/亿 as written (万亿元), `amount` the value in `base_unit` (元). For growth and point change
    a fall is negative. `whole` names what a share is a share of. `about` is the entity measured
    where the text names one other than the unit. `period` is an ISO 8601 interval, or "" if the
    text and its date do not settle it.
    """

    start: int
    end: int
    sentence_start: int
    sentence_end: int
    indicator: str
    kind: Kind
    comparator: Comparator
    value: Decimal
    unit_text: str
    amount: Decimal
    base_unit: str
    area: str = ""
    period: str = ""
    whole: str = ""
    status: Status = Status.REPORTED
    about: Mention | None = None


@dataclass(frozen=True, slots=True, order=True)
class Numeral:
    """A numeral of the text. `reason` is "" when an observation explains it, else why none does."""

    start: int
    end: int
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NamedPost:
    """A post that the text names beside the `official`; `unit` is what it leads, None for none."""

    official: Mention
    title: str
    unit: Mention | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one speech states, each fact with its place in the speech's text."""

    speech: Speech
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    observations: tuple[Observation, ...]
    numerals: tuple[Numeral, ...]
    posts: tuple[NamedPost, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span of a source file with its quote (layout dropped).

    `speech` is the id of the speech it stands in, "" for one outside (the meeting notice).
    """

    file: str
    span: Span
    quote: str
    speech: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the graph. `id` is the path of its IRI (`unit/綦江区`).

    `merged` tells for each other spelling why it is the same thing
    (`綦江: short form in GB/T 2260`); `code` is the GB/T 2260 code of a division, or "".
    """

    id: str
    cls: EntityClass
    label: str
    alt_labels: tuple[str, ...] = ()
    code: str = ""
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One edge between entities (by id), with every passage that states it.

    `source` names the glossary's source for an edge that background knowledge gives.
    """

    subject: str
    predicate: Predicate
    object: str
    passages: tuple[Passage, ...]
    status: Status = Status.REPORTED
    rules: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """An official (by id) holds a post, and the post is in a unit ("" for none known)."""

    official: str
    post: str
    unit: str


@dataclass(frozen=True, slots=True)
class ResolvedSpeech:
    """A speech with its unit, official and meeting as entity ids ("" where there is none).

    `mentions` pairs the id of each thing named with a sentence that names it.
    """

    id: str
    label: str
    file: str
    headline: str
    unit: str
    official: str
    meeting: str
    spoken_on: date | None
    mentions: tuple[tuple[str, Passage], ...]


@dataclass(frozen=True, slots=True)
class ResolvedMeeting:
    """A meeting by entity id, with its date and the notice that tells of it."""

    id: str
    held_on: date | None
    notice: Passage | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """What figures measure: a concept of the scheme (`defined`), or one that a text brought."""

    id: str
    label: str
    alt_labels: tuple[str, ...]
    defined: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation with its unit, indicator and measured thing ("" for the unit) as ids."""

    id: str
    unit: str
    indicator: str
    about: str
    passage: Passage
    observation: Observation


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that the build knows, ready to be written as RDF; every tuple is sorted by id."""

    files: tuple[SourceFile, ...]
    meetings: tuple[ResolvedMeeting, ...]
    speeches: tuple[ResolvedSpeech, ...]
    entities: tuple[Entity, ...]
    holdings: tuple[Holding, ...]
    statements: tuple[Statement, ...]
    indicators: tuple[Indicator, ...]
    figures: tuple[Figure, ...]
