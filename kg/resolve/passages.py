"""Makes the passages that facts point to: raw span, quote, and the speech they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.extract.sentences import sentences
from kg.records import Passage, Span, Speech

_LINE_BREAK = re.compile(r"[^\S\n]*\s*\n\s*")


class Passages:
    """The passages of one speech."""

    def __init__(self, speech: Speech, speech_id: str) -> None:
        """`speech_id` is the id that the passages name as theirs."""
        self._speech = speech
        self._id = speech_id
        self._sentences = sentences(speech.text)
        self._starts = [sentence.start for sentence in self._sentences]

    def of(self, start: int, end: int) -> Passage:
        """The passage of characters `[start, end)` of the speech's text."""
        return Passage(
            file=self._speech.file.name,
            span=self._speech.text.span(start, end),
            quote=self._speech.text.characters[start:end],
            speech=self._id,
        )

    def sentence_at(self, position: int) -> Passage:
        """The passage of the sentence around a character of the speech's text."""
        sentence = self._sentences[max(bisect_right(self._starts, position) - 1, 0)]
        return self.of(sentence.start, sentence.end)

    def byline(self, span: Span) -> Passage:
        """The passage of a raw span outside the text but of this speech."""
        return raw_passage(self._speech, span, self._id)


def raw_passage(speech: Speech, span: Span, speech_id: str) -> Passage:
    """The passage of a raw span of the speech's file, line breaks dropped from the quote."""
    quote = _LINE_BREAK.sub("", speech.file.raw[span.start : span.end]).strip()
    return Passage(speech.file.name, span, quote, speech_id)
