"""Finds the project's own data files, in a checkout and in an installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def ontology(name: str) -> Path:
    """The path of a file of `ontology/` (`glossary.ttl`, `queries/…`)."""
    installed = _PACKAGE / "ontology" / name
    return installed if installed.exists() else _PACKAGE.parent / "ontology" / name
