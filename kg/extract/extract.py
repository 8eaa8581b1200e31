"""Runs the extractors over one speech: a pure function that knows no other speech."""

from __future__ import annotations

from kg.extract.figures import extract_figures
from kg.extract.mentions import find_mentions
from kg.extract.officials import find_officials
from kg.extract.relations import find_relations
from kg.extract.sentences import sentences
from kg.records import Facts, Speech


def extract(speech: Speech) -> Facts:
    """All that `speech` states; the same speech always gives the same facts."""
    cut = sentences(speech.text)
    mentions = find_mentions(speech, cut)
    observations, numerals = extract_figures(speech, cut, mentions)
    return Facts(
        speech=speech,
        mentions=mentions,
        relations=find_relations(speech, cut, mentions),
        observations=observations,
        numerals=numerals,
        posts=tuple(
            post
            for sentence in cut
            for official in find_officials(sentence, speech)
            for post in official.posts
        ),
    )
