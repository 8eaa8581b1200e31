"""Turns the periods of figures into intervals of OWL-Time, so that they can be compared."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, Triple

from kg.rdf.terms import XSD, resource, term

_PART = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?"
)
_QUARTERS = "一二三四"


def bounds(period: str) -> tuple[date, date]:
    """The first and the last day of an ISO 8601 year, quarter, month, day or interval.

    ValueError where it is none of these, or ends before it begins.
    """
    first, *rest = period.split("/", 1)
    begin, end = _bounds(first)[0], _bounds(rest[0] if rest else first)[1]
    if end < begin:
        raise ValueError(f"{period}: ends before it begins")
    return begin, end


def exists(period: str) -> bool:
    """Whether the calendar has the period: a text may speak of 30 February."""
    try:
        bounds(period)
    except ValueError:
        return False
    return True


def _parts(text: str) -> tuple[int, int, int, int]:
    """Year, quarter, month and day, each 0 where it is not given."""
    found = _PART.fullmatch(text)
    if found is None:
        raise ValueError(f"{text}: no year, quarter, month or day of ISO 8601")
    year, quarter, month, day = (int(found[name] or 0) for name in _PART.groupindex)
    return year, quarter, month, day


def _bounds(text: str) -> tuple[date, date]:
    year, quarter, month, day = _parts(text)
    if day:
        return date(year, month, day), date(year, month, day)
    first, last = (month, month) if month else (3 * quarter - 2, 3 * quarter)
    if not month and not quarter:
        first, last = 1, 12
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def label(period: str) -> str:
    """The period in Chinese: 2025-Q1 is 2025年一季度; ValueError as for `bounds`."""
    return "至".join(_label(part) for part in period.split("/"))


def _label(text: str) -> str:
    year, quarter, month, day = _parts(text)
    if quarter:
        return f"{year}年{_QUARTERS[quarter - 1]}季度"
    return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")


def interval(period: str) -> NamedNode:
    """The IRI of a period."""
    return resource(f"interval/{period}")


def triples(period: str) -> Iterator[Triple]:
    """The interval of a period with its first and its last day."""
    node = interval(period)
    yield Triple(node, term("rdf:type"), term("time:Interval"))
    yield Triple(node, term("rdfs:label"), Literal(label(period), language="zh"))
    for name, day in zip(("hasBeginning", "hasEnd"), bounds(period), strict=True):
        iso = day.isoformat()
        instant, literal = resource(f"day/{iso}"), Literal(iso, datatype=NamedNode(XSD + "date"))
        yield Triple(node, term(f"time:{name}"), instant)
        yield Triple(instant, term("rdf:type"), term("time:Instant"))
        yield Triple(instant, term("rdfs:label"), Literal(label(iso), language="zh"))
        yield Triple(instant, term("time:inXSDDate"), literal)
