"""Cuts the speaker's own name and the time off the front of what a figure measures."""

from __future__ import annotations

import re
from functools import cache

_TIME = re.compile(
    r"^(?:今年|去年|全年|(?:19|20)\d\d年(?:末|底)?|到20\d\d年|[上下]半年|第?[一二三四]季度"
    r"|前?\d{1,2}(?:[至—-]\d{1,2})?个?月份?|当月|当季|截至目前|目前)"
)
_DOING = re.compile(r"^(?:累计|共|已)?(?:完成|实现)")
_SHORTEST = 2


def bare_indicator(name: str, unit: str, region: str) -> str:
    """What `name` measures without the unit and the time before it: 某某区上半年GDP -> GDP.

    A verb is cut only behind such a front (1至6月完成投资 -> 投资); a name of which nothing would
    be left stays whole.
    """
    bare = name
    while front := _front(unit, region).match(bare) or _TIME.match(bare):
        bare = bare[front.end() :]
    if bare != name:
        bare = _DOING.sub("", bare)
    return bare if len(bare) >= _SHORTEST else name


@cache
def _front(unit: str, region: str) -> re.Pattern[str]:
    """The full names only: 某市港口 is told from a port of its own name (某港) by nothing else."""
    names = sorted({name for name in (unit, region) if name}, key=len, reverse=True)
    ordered = "|".join(map(re.escape, names))
    return re.compile(f"(?:{ordered})的?(?![级内外委域属直辖])" if ordered else r"(?!)")
