"""Reads files and folders: paths to documents, and a line for each that cannot be read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg.errors import FayanError
from kg.reading.decoding import DecodingError, decode_text
from kg.reading.speeches import take_apart
from kg.records import Document, SourceFile

# What turns the bytes of a file into its text and the name of its encoding, by the file's suffix.
DECODERS: Mapping[str, Callable[[bytes], tuple[str, str]]] = {".txt": decode_text}
MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the documents sorted by file name, and one line for each bad file."""

    documents: tuple[Document, ...]
    problems: tuple[str, ...]


def read_file(path: Path, name: str | None = None) -> Document:
    """Reads the file at `path`; `name` is shown for it in place of its base name.

    Raises FayanError, one line that names the file, where it is missing, no text in a known
    encoding, empty, without Chinese, or over `MAX_BYTES` bytes.
    """
    data = _bytes(path)
    decoder = DECODERS.get(path.suffix.lower())
    if decoder is None:
        known = ", ".join(sorted(DECODERS))
        raise FayanError(f"{path}: cannot read {path.suffix or 'files without a suffix'} ({known})")
    try:
        text, encoding = decoder(data)
    except DecodingError as error:
        raise FayanError(f"{path}: {error}") from None
    return take_apart(SourceFile(name or path.name, text, sha256(data).hexdigest(), encoding))


def read_documents(paths: Sequence[Path]) -> Reading:
    """Reads the files at `paths` and those in folders among them; each file once.

    Folders are walked for files with a known suffix, hidden ones left out. A document is named
    after its file, with the folders' names before it where two would be called the same.
    """
    files: list[Path] = []
    problems: list[str] = []
    for path in paths:
        try:
            files.extend(_files_in(path))
        except FayanError as error:
            problems.append(str(error))
    unique = list({file.resolve(): file for file in reversed(files)}.values())
    documents: list[Document] = []
    for name, file in sorted(_named(unique).items()):
        try:
            documents.append(read_file(file, name))
        except FayanError as error:
            problems.append(str(error))
    return Reading(tuple(documents), tuple(problems))


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise FayanError(f"{path}: this is a folder, not a file")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise FayanError(
                f"{path}: {size / 1e6:.1f} MB is over the limit of {MAX_BYTES / 1e6:.0f} MB a file"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise FayanError(f"{path}: no such file or folder") from None
    except OSError as error:
        raise FayanError(f"{path}: {error.strerror or error}") from None


def _files_in(path: Path) -> list[Path]:
    """`path` itself, or the readable files of the folder it is."""
    if not path.is_dir():
        if not path.exists():
            raise FayanError(f"{path}: no such file or folder")
        return [path]
    found = sorted(_walk(path))
    if not found:
        known = ", ".join(sorted(DECODERS))
        raise FayanError(f"{path}: nothing to read in this folder ({known})")
    return found


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            file = Path(parent, name)
            if not name.startswith(".") and file.suffix.lower() in DECODERS:
                yield file


def _named(files: Sequence[Path]) -> dict[str, Path]:
    """The files by the shortest end of their path, whole folders, that no other shares."""
    names: dict[Path, str] = {}
    waiting = list(files)
    depth = 1
    while waiting:
        ends = {file: "/".join(file.absolute().parts[-depth:]) for file in waiting}
        counts = Counter(ends.values())
        for file, end in ends.items():
            if counts[end] == 1 or depth > len(file.absolute().parts):
                names[file] = end
        waiting = [file for file in waiting if file not in names]
        depth += 1
    return {name: file for file, name in names.items()}
