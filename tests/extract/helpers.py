"""Speeches made of plain strings, for the tests of extraction."""

from datetime import date

from kg.records import SourceFile, Span, Speech, Text


def speech_of(
    text: str,
    unit: str = "綦江区",
    spoken_on: date | None = date(2025, 4, 24),
    region: str = "重庆市",
    headline: str = "",
) -> Speech:
    """A speech whose text is `text` as it stands (after the headline), each line a paragraph."""
    whole = f"{headline}\n{text}" if headline else text
    return Speech(
        file=SourceFile("speech.txt", whole, "0" * 64, "utf-8"),
        unit=unit,
        official=None,
        region=region,
        meeting=None,
        spoken_on=spoken_on,
        text=Text(whole, tuple(range(len(whole)))),
        body_start=len(whole) - len(text),
        headline=headline,
        byline=None,
        body=Span(len(whole) - len(text), len(whole)),
    )
