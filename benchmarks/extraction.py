"""Extraction beside `jieba.posseg` tagging the same text, on one core: prints the ratio.

pip install jieba
python benchmarks/extraction.py FOLDER_OF_TEXTS
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from functools import partial
from math import inf
from pathlib import Path

import jieba.posseg

from kg.extract.extract import extract
from kg.reading import read_documents

ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes, in seconds."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main(folder: Path) -> None:
    jieba.setLogLevel(logging.WARNING)
    speeches = [one for document in read_documents([folder]).documents for one in document.speeches]
    texts = [speech.text.characters for speech in speeches]
    extract(speeches[0])
    list(jieba.posseg.cut(texts[0][:1000]))
    ours, theirs = [inf] * len(speeches), [inf] * len(speeches)
    # The two take turns at each text: what else the machine does falls on both alike.
    for _ in range(ROUNDS):
        for place, speech in enumerate(speeches):
            ours[place] = min(ours[place], seconds(partial(extract, speech)))
            tag = partial(jieba.posseg.lcut, texts[place])
            theirs[place] = min(theirs[place], seconds(tag))
    print(f"{sum(map(len, texts)):,} characters, best of {ROUNDS} for each text")
    print(f"extraction      {sum(ours):6.2f} s")
    print(f"jieba.posseg    {sum(theirs):6.2f} s")
    print(f"ratio           {sum(ours) / sum(theirs):6.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
