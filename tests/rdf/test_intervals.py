"""Periods become intervals of OWL-Time with the right first and last day."""

from __future__ import annotations

from datetime import date

import pytest

from kg.rdf.intervals import bounds, exists, label, triples
from kg.rdf.store import query, store_of


@pytest.mark.parametrize(
    ("period", "first", "last", "words"),
    [
        ("2025", "2025-01-01", "2025-12-31", "2025年"),
        ("2025-Q1", "2025-01-01", "2025-03-31", "2025年一季度"),
        ("2024-Q4", "2024-10-01", "2024-12-31", "2024年四季度"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024年2月"),
        ("2025-04-24", "2025-04-24", "2025-04-24", "2025年4月24日"),
        ("2021/2025", "2021-01-01", "2025-12-31", "2021年至2025年"),
        ("2025-01-01/2025-06-30", "2025-01-01", "2025-06-30", "2025年1月1日至2025年6月30日"),
    ],
)
def test_a_period_has_its_days_and_a_name(period: str, first: str, last: str, words: str) -> None:
    assert bounds(period) == (date.fromisoformat(first), date.fromisoformat(last))
    assert label(period) == words
    assert exists(period)


@pytest.mark.parametrize(
    "period",
    [
        "",
        "2025-02-30",
        "2025-13",
        "2025-Q5",
        "去年",
        "2025/2020",
        "2025/",
        "2025/2026/2027",
        "0000",
        "2025\n",
    ],
)
def test_what_the_calendar_does_not_have_is_no_interval(period: str) -> None:
    assert not exists(period)
    with pytest.raises(ValueError):
        bounds(period)


def test_figures_of_a_day_are_found_by_comparing_dates() -> None:
    store = store_of(one for period in ("2025-Q1", "2025-Q2", "2025") for one in triples(period))
    found = query(
        store,
        """SELECT ?label { ?i a time:Interval ; rdfs:label ?label ;
        time:hasBeginning/time:inXSDDate ?first ; time:hasEnd/time:inXSDDate ?last
        FILTER(?first <= "2025-05-01"^^xsd:date && "2025-05-01"^^xsd:date <= ?last) }""",
    )
    assert {row[0].value for row in found} == {"2025年", "2025年二季度"}  # type: ignore[union-attr]
