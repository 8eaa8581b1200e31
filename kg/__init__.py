"""Fayan (发言图谱): a knowledge graph of what Chinese officials report."""

__version__ = "0.1.0"
