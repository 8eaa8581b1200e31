"""Tells who obtained an honour: X入选Y, 授予X“Y”称号, 新增Y三个."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clause_mentions import ClauseMentions
from kg.extract.phrases import Verb
from kg.extract.roles import role
from kg.extract.stated import Stated
from kg.extract.verbs import entries
from kg.records import EntityClass as Cls
from kg.records import Mention, Predicate

_COUNTED = re.compile(
    r"(?:\d|[一二两三四五六七八九十百])[多余]?(?:个|家|所|项|件|处|座|县|市|地|名|人|批|部)"
)
_FOUNDING = ("创建", "创成", "建成")


@dataclass(frozen=True, slots=True)
class Honouring:
    """An honour and the clause around it.

    `holders` are the mentions that the verb has for its subject, `unnamed` says that it has one
    without a name, `before` who obtained an honour in the clause before.
    """

    verb: Verb
    honour: Mention
    holders: tuple[Mention, ...]
    unnamed: bool
    before: tuple[Mention, ...]
    clause: ClauseMentions

    def obtained_by(self) -> tuple[Mention | None, ...]:
        """Who obtained the honour, None for the unit; () where the text does not name them.

        What a number of unnamed things obtained (3家企业入选) the unit has obtained.
        """
        if self.verb.text in role("awarding verb"):
            between = (
                each
                for each in self.clause.mentions
                if self.verb.end <= each.start < self.honour.start
            )
            return tuple(each for each in between if each.cls.group is Cls.UNIT)
        if self.holders:
            return self.holders
        if self.unnamed:
            return (None,) if self._is_counted() else ()
        if self.verb.text in role("listing verb") and self.before:
            return self.before
        return (None,)

    def _is_counted(self) -> bool:
        return bool(_COUNTED.search(self.clause.text(self.clause.clause.start, self.verb.start)))

    def stated(self) -> Iterator[Stated]:
        """The relations; a quoted name that the unit itself founded is its own work.

        So is a mechanism whose name says what was done (“探索建立X”入选Y).
        """
        for holder in self.obtained_by():
            if holder is not None and _tells_of_work(holder):
                yield Stated(None, Predicate.CREATES, holder, "honoured work")
            own = holder is None and self.verb.text.endswith(_FOUNDING) and self._is_quoted()
            predicate = Predicate.CREATES if own else Predicate.RECOGNISED_AS
            yield Stated(holder, predicate, self.honour, self.verb.text)

    def _is_quoted(self) -> bool:
        whole = self.clause.text(self.honour.start, self.honour.end)
        around = self.clause.text(self.honour.start - 1, self.honour.end + 1)
        return any(text.startswith("“") and text.endswith("”") for text in (whole, around))


def _tells_of_work(holder: Mention) -> bool:
    opening = (holder.name[:length] for length in (4, 3, 2))
    return holder.cls is Cls.MECHANISM and any(
        entry.after == Predicate.CREATES for entry in map(entries().get, opening) if entry
    )


def bestows(verb: Verb) -> bool:
    """Whether who does `verb` has its object for an honour."""
    return (
        verb.after == "recognisedAs" or verb.text == "成为" or verb.text in role("obtaining verb")
    )


def strives(verb: Verb) -> bool:
    """Whether `verb` says that an honour is only worked for: 争创X, 支持创建X."""
    if verb.text in _FOUNDING:
        return bool(verb.leading)
    return verb.after == Predicate.ADVANCES and not bestows(verb)
