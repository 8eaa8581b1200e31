"""Tells which unit the posts of a text mean that leave it out: its own, or that of its region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.reading.bylines import Phrase
from kg.reading.places import is_of_level
from kg.reading.posts import BARE_LEVELS, compose
from kg.records import Post


@dataclass(frozen=True, slots=True)
class Home:
    """The unit that a text speaks for, and the region around it ("" unknown)."""

    unit: str
    region: str

    def place(self, level: str) -> str:
        """The unit that a bare 县, 市 … means in this text, or ""."""
        return next((each for each in (self.unit, self.region) if _is_level(each, level)), "")

    def posts(self, phrases: Sequence[Phrase]) -> tuple[Post, ...]:
        """The posts that `phrases` name, in full."""
        posts = compose(phrases, self.place)
        return tuple(map(self._led, phrases, posts))

    def _led(self, phrase: Phrase, post: Post) -> Post:
        """`post`, of the body as it is named where that is no organ of the text's own unit.

        市委书记 in a county's text leads 市委; 局长 in the text of a 局 leads that.
        """
        prefix = phrase.prefix.removeprefix("中共")
        if prefix and post.unit == self.region != self.unit and not prefix.startswith(self.region):
            organ = prefix if prefix not in BARE_LEVELS else post.unit
            return replace(post, unit=organ)
        own = self.unit[-1:]
        if not post.unit and own not in BARE_LEVELS and phrase.rank.endswith(f"{own}长"):
            return Post(self.unit + phrase.rank, self.unit)
        return post


def _is_level(name: str, level: str) -> bool:
    return bool(name) and is_of_level(name, level)
