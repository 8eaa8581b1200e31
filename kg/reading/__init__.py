"""Files to documents: decode, take the layout apart, find who speaks for whom."""

from kg.reading.files import DECODERS, MAX_BYTES, Reading, read_documents, read_file
from kg.reading.lines import without_layout
from kg.reading.speeches import take_apart

__all__ = [
    "DECODERS",
    "MAX_BYTES",
    "Reading",
    "read_documents",
    "read_file",
    "take_apart",
    "without_layout",
]
