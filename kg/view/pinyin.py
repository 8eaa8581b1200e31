"""How names sound, so that the page's search finds 九龙坡区 by `jlp` and by `jiulongpo`."""

from __future__ import annotations

import re

LONGEST = 40  # characters of a name that are spelled; nobody types more
_SYLLABLE = re.compile(r"[a-z0-9]+")


def pinyin(name: str) -> str:
    """The syllables of `name`, toneless, joined with spaces; "" where it has no Chinese.

    Other letters and digits stand as one syllable in their place (33618体系: `33618 ti xi`),
    signs are dropped. A character of several readings has the one of its phrase (重庆: chong).
    """
    from pypinyin import lazy_pinyin

    text = name[:LONGEST].lower()
    parts = lazy_pinyin(text, v_to_u=False)
    if "".join(parts) == text:
        return ""
    return " ".join(found for part in parts for found in _SYLLABLE.findall(part))
