"""Loads the lexicon: what Fayan knows of the language and of public registers, as data files.

The files lie in `kg/extract/lexicon/`, UTF-8, one entry a line, columns separated by a tab,
`#` opens a comment line. The first comment lines of each file say what its columns mean and
where the entries come from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "extract" / "lexicon"


@cache
def table(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """The rows of `name`.tsv, each with exactly `columns` fields (missing last ones are "").

    Raises ValueError naming file and line where a row has more fields than that.
    """
    path = FOLDER / f"{name}.tsv"
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) > columns:
            raise ValueError(f"{path.name}:{number}: {len(fields)} columns, expected {columns}")
        rows.append(tuple(fields) + ("",) * (columns - len(fields)))
    return tuple(rows)


@cache
def words(name: str) -> frozenset[str]:
    """The first column of `name`.tsv as a set."""
    return frozenset(line[0] for line in table(name, 8))


@cache
def longest_first(name: str) -> tuple[str, ...]:
    """The first column of `name`.tsv, longest first, for use in a regular expression."""
    return tuple(sorted(words(name), key=lambda word: (-len(word), word)))


def either(spellings: Iterable[str]) -> str:
    """A regular expression for any of `spellings` (plain text), the longest that fits first.

    Those that open alike share their opening, so that few are tried at each place of a text.
    """
    rests: dict[str, set[str]] = defaultdict(set)
    for spelling in spellings:
        rests[spelling[:1]].add(spelling[1:])
    ends = rests.pop("", None) is not None
    branches = [re.escape(sign) + either(rests[sign]) for sign in sorted(rests)]
    whole = "|".join(branches)
    if not branches or (len(branches) == 1 and not ends):
        return whole
    return f"(?:{whole})?" if ends else f"(?:{whole})"
