"""The lexicon knows the language and public registers, not the texts it was developed on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate import read_gold
from kg.lexicon import FOLDER, either, words
from kg.resolve import glossary
from kg.resolve.names import key
from tests.conftest import ROOT

# Each is a published list of things that exist without any speech: its first lines name it.
REGISTERS = (
    "central_enterprises",
    "departments",
    "divisions",
    "industries",
    "ministries",
    "national_frameworks",
    "peoples",
    "well_known_enterprises",
)
# These can only keep a wording from becoming a thing.
SUPPRESSING = ("emphasis", "generic_words", "not_names")
NAMED = {"enterprise", "project", "initiative", "official"}


def entries(name: str) -> set[str]:
    """The first column of a lexicon file, as comparable names."""
    return {key(word) for word in words(name)}


def test_no_entry_is_a_name_of_the_seed() -> None:
    public = {key(entry.label) for entry in glossary.entries().values()}
    for register in REGISTERS:
        public |= entries(register)
    names = {
        key(entity.name)
        for passage in read_gold(ROOT / "tests" / "gold" / "seed.tsv")
        for entity in passage.entities
        if entity.group in NAMED and not entity.optional
    }
    files = {path.stem for path in FOLDER.glob("*.tsv")} - {*REGISTERS, *SUPPRESSING}
    assert len(names) > 80
    found = {f"{file}.tsv: {word}" for file in files for word in entries(file) & names - public}
    assert found == set()


def test_the_registers_hold_no_enterprise_for_the_seeds_sake() -> None:
    """Central enterprises apart, no company of the page is in a list: structure must find them."""
    companies = {
        key(entity.name)
        for passage in read_gold(ROOT / "tests" / "gold" / "seed.tsv")
        for entity in passage.entities
        if entity.group == "enterprise"
    }
    assert companies & entries("well_known_enterprises") == set()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.tsv")), ids=lambda path: path.stem)
def test_every_file_says_what_it_holds(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


SPELLINGS = st.lists(st.text("ab+（", min_size=1, max_size=5), min_size=1)


@given(SPELLINGS, st.text("ab+（", max_size=8))
def test_either_finds_the_longest_spelling(spellings: list[str], text: str) -> None:
    found = re.match(either(spellings), text)
    fitting = [spelling for spelling in spellings if text.startswith(spelling)]
    assert (found.group() if found else None) == max(fitting, key=len, default=None)


@given(SPELLINGS, st.text("ab+（", max_size=5))
def test_either_matches_its_spellings_and_no_other(spellings: list[str], text: str) -> None:
    assert bool(re.fullmatch(either(spellings), text)) == (text in spellings)
