"""Tells which unit the posts of a text mean that leave it out: its own, or that of its region."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.divisions import above, find
from kg.lexicon import words
from kg.reading.bylines import Phrase
from kg.reading.places import is_of_level
from kg.reading.posts import BARE_LEVELS, compose
from kg.records import Post


@dataclass(frozen=True, slots=True)
class Home:
    """The unit that a text speaks for, and the region around it ("" unknown).

    `near` are the units of whoever is named right before: the 镇长 behind 石桥镇党委书记某某.
    """

    unit: str
    region: str
    near: tuple[str, ...] = ()

    def beside(self, units: Sequence[str]) -> Home:
        """This home for the posts of a person named right behind one who leads `units`."""
        return replace(self, near=tuple(units))

    def place(self, level: str) -> str:
        """The unit that a bare 县, 市 … means in this text, or ""."""
        known = (*self.near, self.unit, *self._regions())
        return next((name for name in known if name and is_of_level(name, level)), "")

    def _regions(self) -> Iterator[str]:
        yield self.region
        if division := find(self.region):
            yield from (outer.name for outer in above(division))

    def posts(self, phrases: Sequence[Phrase]) -> tuple[Post, ...]:
        """The posts that `phrases` name, in full."""
        return tuple(map(self._led, phrases, compose(phrases, self.place)))

    def _led(self, phrase: Phrase, post: Post) -> Post:
        """`post`, of the body as it is named where that is no organ of the text's own unit.

        市委书记 in a county's text leads 市委; 党组书记 and 局长 in the text of a 局 lead that.
        """
        prefix = phrase.prefix.removeprefix("中共")
        if not post.unit or post.unit in words("organs"):
            return Post(phrase.text, self._own_body(phrase))
        spelled = prefix in BARE_LEVELS or prefix.startswith(post.unit)
        own = post.unit in (self.unit, *self.near)
        if prefix and not own and not spelled and post.unit in self._regions():
            return Post(phrase.text, prefix)
        return post

    def _own_body(self, phrase: Phrase) -> str:
        """The unit of 局长, 院长 or 党组书记 that no name of a body stands before."""
        if phrase.level:
            return ""
        if self.near:
            return self.near[-1]
        body = self.unit if self.unit[-1:] not in BARE_LEVELS else ""
        return body if phrase.prefix or phrase.rank.endswith(f"{body[-1:]}长") else ""
