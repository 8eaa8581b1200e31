"""Extraction beside `jieba.posseg` tagging the same text, on one core: prints the ratio.

pip install jieba
python benchmarks/extraction.py FOLDER_OF_TEXTS
"""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path

import jieba.posseg

from kg.extract.extract import extract
from kg.reading import read_documents

ROUNDS = 3


def main(folder: Path) -> None:
    jieba.setLogLevel(logging.WARNING)
    speeches = [one for document in read_documents([folder]).documents for one in document.speeches]
    texts = [speech.text.characters for speech in speeches]
    extract(speeches[0])
    list(jieba.posseg.cut(texts[0][:1000]))
    ours, theirs = [], []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for speech in speeches:
            extract(speech)
        ours.append(time.perf_counter() - started)
        started = time.perf_counter()
        for text in texts:
            for _word in jieba.posseg.cut(text):
                pass
        theirs.append(time.perf_counter() - started)
    print(f"{sum(map(len, texts)):,} characters, best of {ROUNDS}")
    print(f"extraction      {min(ours):6.2f} s")
    print(f"jieba.posseg    {min(theirs):6.2f} s")
    print(f"ratio           {min(ours) / min(theirs):6.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
