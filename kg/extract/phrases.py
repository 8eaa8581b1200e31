"""What a clause is taken apart into: its verbs, and the noun phrases they govern."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.cutting import QUOTE, Word


@dataclass(frozen=True, slots=True)
class Verb:
    """A governing verb: what it states of the thing after it (`after`) and before it (`before`).

    Both are predicates' local names or ""; `leading` is what the verb just before it states
    (围绕 in 围绕建设…); `negated` says that 未, 不 … stands before the verb.
    """

    start: int
    end: int
    text: str
    after: str = ""
    before: str = ""
    leading: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: one member of an enumeration, or the only one.

    `verb` governs it from the left in its clause, `next` follows it directly, `preposition` is
    the word that makes it an adverbial ("" if none). Phrases of one enumeration share `group`;
    `listed` says 等 or a count closes it, `marker` are the words after that (企业, 重点项目).
    `attributive` says that 的 follows, `counted` that a number does (项目15个), or that one
    stands at the marker (等5个项目). `text` are the characters of the phrase, `quoted` says that
    a quotation is among its words.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    verb: Verb | None
    next: Verb | None
    preposition: str
    group: int
    listed: bool = False
    marker: tuple[Word, ...] = ()
    attributive: bool = False
    counted: bool = False
    text: str = field(init=False, repr=False, compare=False)
    quoted: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for far more often than phrases are made.
        object.__setattr__(self, "text", "".join([word.text for word in self.words]))
        object.__setattr__(self, "quoted", QUOTE in [word.tag for word in self.words])

    @property
    def marker_text(self) -> str:
        """The characters of the marker ("" for none)."""
        return "".join(word.text for word in self.marker)

    @property
    def is_subject(self) -> bool:
        """Whether the phrase opens its clause: no verb or preposition governs it."""
        return self.verb is None and not self.preposition and not self.attributive

    @property
    def is_governed(self) -> bool:
        """Whether a verb that says what is done with things governs or follows the phrase."""
        if self.verb is not None and self.verb.after and not self.preposition:
            return True
        following = self.next
        return following is not None and bool(following.before or following.after == "recognisedAs")


@dataclass(frozen=True, slots=True)
class ClauseParts:
    """A clause's verbs and noun phrases in the order of the text."""

    start: int
    end: int
    parts: tuple[Verb | Phrase, ...]
