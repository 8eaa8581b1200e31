"""Scores a built graph against facts that a reader annotated by hand."""

from kg.evaluate.gold import GoldPassage, read_gold
from kg.evaluate.report import misses, table
from kg.evaluate.score import Evaluation, agreement, evaluate

__all__ = [
    "Evaluation",
    "GoldPassage",
    "agreement",
    "evaluate",
    "misses",
    "read_gold",
    "table",
]
