"""Writes files so that a failure leaves the earlier ones whole: beside first, then renamed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kg.errors import FayanError


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes `files` (name to content) into `folder`, making it where needed.

    No earlier file is touched before every new one is complete on disk. Raises FayanError naming
    the place where it cannot be written.
    """
    beside = {name: folder / f".{name}.part" for name in files}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            beside[name].write_bytes(content)
        for name, path in beside.items():
            path.replace(folder / name)
    except OSError as error:
        raise FayanError(f"{folder}: cannot be written: {error.strerror or error}") from None
    finally:
        for path in beside.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)
