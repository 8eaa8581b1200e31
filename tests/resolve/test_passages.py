"""Passages: where a fact stands in the raw file, and its words without the layout."""

from __future__ import annotations

from kg.records import SourceFile, Span, Speech, Text
from kg.resolve.passages import Passages, raw_passage

RAW = "忠县 县委\n书记 某某\n第一句话\n很长。第二句。\n"


def layout() -> Speech:
    """A speech of two sentences, the first cut over two lines of its file."""
    start = RAW.index("第一")
    places = [at for at in range(start, len(RAW) - 1) if RAW[at] != "\n"]
    text = Text("".join(RAW[at] for at in places), tuple(places))
    file = SourceFile("page.txt", RAW, "0" * 64, "utf-8")
    span = Span(start, len(RAW) - 1)
    return Speech(file, "忠县", None, "重庆市", None, None, text, 0, "", None, span)


def test_a_sentence_over_two_lines_is_quoted_without_the_line_break() -> None:
    passages = Passages(layout(), "speech/忠县")
    first = passages.sentence_at(2)
    assert first.quote == "第一句话很长。"
    assert RAW[first.span.start : first.span.end] == "第一句话\n很长。"
    assert (first.file, first.speech) == ("page.txt", "speech/忠县")


def test_each_character_lies_in_its_sentence() -> None:
    passages = Passages(layout(), "")
    quotes = [passages.sentence_at(at).quote for at in range(11)]
    assert quotes == ["第一句话很长。"] * 7 + ["第二句。"] * 4


def test_a_raw_span_loses_line_breaks_but_no_spaces_between_words() -> None:
    passage = raw_passage(layout(), Span(0, RAW.index("第一")), "speech/忠县")
    assert passage.quote == "忠县 县委书记 某某"
    assert (passage.span, passage.speech) == (Span(0, RAW.index("第一")), "speech/忠县")
