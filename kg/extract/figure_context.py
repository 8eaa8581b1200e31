"""What is known while the figures of a sentence are read one after another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.figure_times import Times
from kg.extract.sentences import Sentence
from kg.records import Kind, Mention

_CLAUSE_START = re.compile(r"[，；：。！？\n（(]|——|(?<![一-鿿])[一二三四五六七八九十]{1,3}是")


@dataclass(frozen=True, slots=True)
class Said:
    """What the last run of a sentence spoke of, for clauses that leave it out.

    `names` are its indicators, `stems` those without the `verb` that tells a flow from a stock,
    `unit` its base unit, `place` its area and `area` one that holds on (全市). `series` are the
    names of all runs of the same enumeration, `history` those of the whole sentence so far,
    and `things` their stems.
    `source` is True after 从 5, so that 到 3 takes over `kind` and `whole`. `led` is the sign of a
    verb that governs an enumeration (平均压减时间 58%、材料 52%), 0 without one. `counted` is the
    unit of the last count and what it counted.
    """

    names: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    verb: str = ""
    unit: str = ""
    series: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    area: str = ""
    place: str = ""
    field: str = ""
    kind: Kind = Kind.LEVEL
    whole: str = ""
    source: bool = False
    led: int = 0
    about: Mention | None = None
    counted: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Names:
    """The indicators of a run: one for each slot, or several for its only slot.

    `behind` is True where the text names them after the number, `inherited` where the figure
    before did. `stems` are the names without the verb that tells a flow from a stock, for the
    figures that follow, and `verb` is that verb.
    """

    names: tuple[str, ...]
    area: str = ""
    behind: bool = False
    inherited: bool = False
    stems: tuple[str, ...] = ()
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """A run's place: the text, its sentence, where the words before the run begin, what was said.

    `earlier` are the spans of the runs before it in the sentence.
    """

    text: str
    sentence: Sentence
    left: int
    said: Said
    times: Times
    mentions: tuple[Mention, ...]
    earlier: tuple[tuple[int, int], ...]

    def clause_before(self, position: int) -> tuple[int, int]:
        """The span of the clause that a comma or colon closes before `position`, or none."""
        end = max(self.text.rfind(mark, self.sentence.start, position) for mark in "，：")
        if end < 0:
            return position, position
        return clause_start(self.text, self.sentence.start, end), end


def clause_start(text: str, floor: int, position: int) -> int:
    """Where the clause begins that `position` lies in, at `floor` at the earliest."""
    start = floor
    for match in _CLAUSE_START.finditer(text, floor, position):
        closed = match.group() in "（(" and re.search(r"[）)]", text[match.end() : position])
        if not closed:
            start = match.end()
    return start
