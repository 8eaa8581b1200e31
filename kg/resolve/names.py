"""Makes names comparable, and makes IRI paths of them."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kg.records import EntityClass

_LEGAL_SUFFIX = re.compile(
    r"(?<=..)(?:集团)?(?:有限责任公司|股份有限公司|有限公司|股份公司|(?<!分)公司)$"
)
_DROPPED = re.compile(r"[^\w.+%·-]|_")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[^\w.+%·-]+(?=\d)")
_LONGEST_SLUG = 80


def slug(name: str) -> str:
    """The IRI path segment of `name`: letters, digits and `. + % · -`, everything else dropped.

    Marks between two digits become a hyphen, so that 5：1 stays apart from 51. A name of more
    than 80 characters is cut and made unique by a hash of the whole. Never empty.
    """
    plain = unicodedata.normalize("NFKC", name)
    plain = _DROPPED.sub("", _BETWEEN_DIGITS.sub("-", plain)).strip(".")
    plain = plain.replace("%", "百分之")
    if 0 < len(plain) <= _LONGEST_SLUG:
        return plain
    return f"{plain[:_LONGEST_SLUG]}-{hashlib.sha256((plain or name).encode()).hexdigest()[:12]}"


def key(name: str) -> str:
    """What two spellings of one name share: quotes, punctuation, width and case do not count."""
    return slug(name).casefold()


def enterprise_key(name: str) -> str:
    """Like `key`, and the legal form (有限公司 …) does not count either."""
    return key(_LEGAL_SUFFIX.sub("", name) or name)


def entity_id(group: EntityClass, name: str) -> str:
    """The IRI path of a thing: `initiative/33618`."""
    return f"{group.value.lower()}/{slug(name)}"
