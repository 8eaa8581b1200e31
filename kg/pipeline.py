"""The path of the data, top to bottom: files, documents, speeches, facts, knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kg.errors import FayanError
from kg.extract.extract import extract
from kg.reading import read_documents
from kg.records import Document, Facts, Knowledge, Speech
from kg.resolve.resolve import resolve


class Progress(Protocol):
    """Shows how far a long loop is: called with the items and what is done to them."""

    def __call__(self, items: Sequence[Speech], doing: str) -> Iterable[Speech]:
        """Yield the items in order."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made of its files: each stage's result, and a line for each bad file."""

    documents: tuple[Document, ...]
    facts: tuple[Facts, ...]
    knowledge: Knowledge
    problems: tuple[str, ...]


def _silently(items: Sequence[Speech], doing: str) -> Iterable[Speech]:
    return items


def run(paths: Sequence[Path], progress: Progress = _silently) -> Build:
    """Reads the files and folders in `paths` and resolves what their speeches say.

    Good files are built even where others are bad; FayanError with every problem, a line each,
    if none is good.
    """
    reading = read_documents(paths)
    speeches = [speech for document in reading.documents for speech in document.speeches]
    if not speeches:
        raise FayanError("\n".join(reading.problems) or "nothing to read")
    facts = tuple(extract(speech) for speech in progress(speeches, "extracting"))
    return Build(reading.documents, facts, resolve(facts), reading.problems)
