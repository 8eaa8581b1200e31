"""One speech to its facts: mentions, relations and observations, each with its place."""

from kg.extract.extract import extract

__all__ = ["extract"]
