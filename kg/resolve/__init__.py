"""Names to entities: one node for each thing across all speeches."""

from kg.resolve.resolve import resolve

__all__ = ["resolve"]
