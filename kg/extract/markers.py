"""What closes an enumeration (等企业, 等3个项目, 两大平台) tells what its members are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.extract.cutting import Word
from kg.lexicon import table, words
from kg.records import EntityClass

_LONGEST = 8


def class_of(marker: Sequence[Word], *, counted: bool = False) -> EntityClass | None:
    """The class that `marker` (重大项目, 央企国企…) gives the members before it, or None.

    Where they are `counted` (等3个交叉研究平台) any words may open the marker.
    """
    found = _opening(marker, any_words=counted)
    return found[0] if found else None


def composes(marker: Sequence[Word]) -> tuple[Word, ...]:
    """The words of `marker` that belong to each member's name (A、B等基地), or nothing."""
    found = _opening(marker, any_words=True)
    if found is None or not found[1]:
        return ()
    kept = list(marker[: found[2]])
    while kept and kept[0].text in words("modifiers"):
        kept.pop(0)
    return tuple(kept)


def _opening(
    marker: Sequence[Word], *, any_words: bool = False
) -> tuple[EntityClass, bool, int] | None:
    """The last marker word before anything but plain words, and how many words it takes.

    Directly before the closing marker one word of any kind may stand (整车企业).
    """
    found = None
    for length in range(1, len(marker) + 1):
        text = "".join(word.text for word in marker[:length])
        for size in range(min(len(text), _LONGEST), 0, -1):
            entry = _markers().get(text[-size:])
            if entry and (size > 1 or size == len(marker[length - 1].text)):
                found = (*entry, length)
                break
        else:
            last_but_one = length + 1 == len(marker)
            if not any_words and not last_but_one and not _is_plain(marker[length - 1].text):
                return found
    return found


def _is_plain(word: str) -> bool:
    return (
        word in words("generic_words") or word in words("modifiers") or word in words("industries")
    )


@cache
def _markers() -> dict[str, tuple[EntityClass, bool]]:
    return {word: (EntityClass(cls), bool(add)) for word, cls, add in table("markers", 3)}
