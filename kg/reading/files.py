"""Reads files and folders: paths to documents, and a line for each that cannot be read."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from errno import ELOOP
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from kg.errors import FayanError
from kg.reading.decoding import DecodingError, decode_text
from kg.reading.speeches import take_apart
from kg.records import Document, SourceFile

# What turns the bytes of a file into its text and the name of its encoding, by the file's suffix.
DECODERS: Mapping[str, Callable[[bytes], tuple[str, str]]] = {".txt": decode_text}
MAX_BYTES = 10_000_000
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the documents sorted by file name, and one line for each bad file."""

    documents: tuple[Document, ...]
    problems: tuple[str, ...]


def read_file(path: Path, name: str | None = None) -> Document:
    """Reads the file at `path`; `name` is shown for it in place of its base name.

    Raises FayanError, one line that names the file, where it is missing, no regular file, no text
    in a known encoding, empty, not Chinese, over `MAX_BYTES` bytes, or holds no speech.
    """
    shown = _shown(path)
    if not _is_plain(path.name):
        raise FayanError(
            f"{shown}: the file's name is no UTF-8 or holds control characters; rename it"
        )
    data = _bytes(path)
    decoder = DECODERS.get(path.suffix.lower())
    if decoder is None:
        known = ", ".join(sorted(DECODERS))
        raise FayanError(
            f"{shown}: cannot read {path.suffix or 'files without a suffix'} ({known})"
        )
    try:
        text, encoding = decoder(data)
    except DecodingError as error:
        raise FayanError(f"{shown}: {error}") from None
    file = SourceFile(name or _shown(path.name), text, sha256(data).hexdigest(), encoding)
    document = take_apart(file)
    if not document.speeches:
        raise FayanError(f"{shown}: no speech found in this file")
    return document


def read_documents(paths: Sequence[Path]) -> Reading:
    """Reads the files at `paths` and those in folders among them; each file and each text once.

    Folders are walked for files with a known suffix, hidden ones left out. A document is named
    after its file, with the folders' names before it where two would be called the same. Of
    files with the same text the first by name is read; each other one is a problem.
    """
    problems: list[str] = []
    unique: dict[Path, Path] = {}
    for path in paths:
        for file in _files_in(path, problems):
            try:
                unique.setdefault(file.resolve(), file)
            except (OSError, RuntimeError):  # before Python 3.13 a loop of links is the second
                problems.append(f"{_shown(file)}: a loop of links")
    documents: dict[str, Document] = {}
    for name, file in sorted(_named(list(unique.values())).items()):
        try:
            document = read_file(file, _shown(name))
        except FayanError as error:
            problems.append(str(error))
            continue
        same = documents.setdefault(document.file.raw, document)
        if same is not document:
            problems.append(f"{_shown(file)}: same text as {same.file.name}; skipped")
    return Reading(tuple(documents.values()), tuple(problems))


def _bytes(path: Path) -> bytes:
    shown = _shown(path)
    try:
        if path.is_dir():
            raise FayanError(f"{shown}: this is a folder, not a file")
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise FayanError(f"{shown}: neither a file nor a folder")
        if status.st_size > MAX_BYTES:
            raise FayanError(
                f"{shown}: {status.st_size / 1e6:.1f} MB is over the limit of "
                f"{MAX_BYTES / 1e6:.0f} MB a file"
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise FayanError(_complaint(path, error)) from None


def _files_in(path: Path, problems: list[str]) -> list[Path]:
    """`path` itself, or the readable files of the folder it is; adds to `problems` what is none."""
    try:
        path.stat()
        folder = path.is_dir()
    except (OSError, ValueError) as error:
        problems.append(_complaint(path, error))
        return []
    if not folder:
        return [path]
    known = len(problems)
    found = sorted(_walk(path, problems))
    if not found and len(problems) == known:
        suffixes = ", ".join(sorted(DECODERS))
        problems.append(f"{_shown(path)}: nothing to read in this folder ({suffixes})")
    return found


def _walk(folder: Path, problems: list[str]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        problems.append(_complaint(Path(error.filename), error))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            file = Path(parent, name)
            if not name.startswith(".") and file.suffix.lower() in DECODERS:
                yield file


def _complaint(path: Path, error: OSError | ValueError) -> str:
    """The line for a path that the system gives `error` for; none can have a NUL in its name."""
    if isinstance(error, FileNotFoundError | ValueError):
        linked = "a link to nothing" if path.is_symlink() else "no such file or folder"
        return f"{_shown(path)}: {linked}"
    if error.errno == ELOOP:
        return f"{_shown(path)}: a loop of links"
    return f"{_shown(path)}: {error.strerror or error}"


def _is_plain(name: str) -> bool:
    """Whether the file system's `name` is UTF-8 without control characters."""
    try:
        return not _UNPRINTABLE.search(os.fsencode(name).decode())
    except UnicodeError:
        return False


def _shown(path: Path | str) -> str:
    """`path` in one line that can be printed, with U+FFFD for what is no UTF-8."""
    try:
        text = os.fsencode(path).decode(errors="replace")
    except UnicodeError:
        text = str(path)
    return _UNPRINTABLE.sub("\ufffd", text)


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
