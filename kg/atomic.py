"""Writes files so that a failure leaves the earlier ones whole: beside first, then renamed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

from kg.errors import FayanError

_COMPLETE = ".complete"


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes `files` (name to content) into `folder`, making it where needed.

    No earlier file is touched before every new one is complete on disk; a note beside them then
    names them all, so that `finish` can rename the rest: at once where the user interrupts, and
    from the next command on where the process is killed.

    Raises FayanError naming the place where it cannot be written.
    """
    beside = {name: _beside(folder, name) for name in files}
    note = folder / _COMPLETE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        finish(folder)
        for name, content in files.items():
            if (folder / name).is_dir():
                raise IsADirectoryError(EISDIR, f"{name} is a folder")
            beside[name].write_bytes(content)
        if len(files) > 1:
            _beside(folder, _COMPLETE).write_text(json.dumps(list(files)), encoding="utf-8")
            _beside(folder, _COMPLETE).replace(note)
        for name, path in beside.items():
            path.replace(folder / name)
        note.unlink(missing_ok=True)
    except OSError as error:
        raise FayanError(f"{folder}: cannot be written: {error.strerror or error}") from None
    finally:
        finish(folder)
        _remove([note, _beside(folder, _COMPLETE), *beside.values()])


def finish(folder: Path) -> None:
    """Completes what a process that was killed while renaming its files left undone."""
    note = folder / _COMPLETE
    with suppress(OSError, ValueError):
        for name in json.loads(note.read_bytes()):
            if name == Path(name).name:
                with suppress(FileNotFoundError):
                    _beside(folder, name).replace(folder / name)
        note.unlink()


def _beside(folder: Path, name: str) -> Path:
    return folder / f".{name}.part"


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
