"""Tells which sentences of a speech speak of plans rather than of what was done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.sentences import Sentence
from kg.records import Speech, Status

_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分)")
_PLAN_WORDS = re.compile(
    r"目标任务|主要目标|总体要求|重点工作|工作安排|工作任务|工作打算|下一步|今后|奋斗目标|发展目标|"
    r"主要任务|重点任务|说明$|“十五五”"
)
_PAST_WORDS = re.compile(r"回顾|总结|成就|成绩|过去|主要工作情况")
_YEAR = re.compile(r"(20\d\d)年")
_PLAN_IN_CLAUSE = re.compile(
    r"(?:^|[，、；])(?:我们)?(?:今年|下一步|接下来|明年)?(?:我们|全年)?(?:拟|计划(?!.{0,2}生育)|力争|将(?!.{0,6}[为作纳列])|争取(?!到)|"
    r"谋划(?!打造|实施|建设)|到20\d\d年|确保|努力)"
)


def planned(speech: Speech, sentences: Sequence[Sentence]) -> tuple[bool, ...]:
    """For each sentence whether it stands under a heading that announces what is to come."""
    under = False
    found = []
    for sentence in sentences:
        starts_line = sentence.start == 0 or speech.text.characters[sentence.start - 1] == "\n"
        line = sentence.text
        if starts_line and len(line) < 60 and _HEADING.match(line):
            under = _announces(line, speech)
        found.append(under)
    return tuple(found)


def status_of(clause: str, *, under_plan: bool) -> Status:
    """Whether a fact of `clause` is reported or planned."""
    if under_plan or _PLAN_IN_CLAUSE.search(clause):
        return Status.PLANNED
    return Status.REPORTED


def _announces(heading: str, speech: Speech) -> bool:
    if _PAST_WORDS.search(heading):
        return False
    year = _YEAR.search(heading)
    if year is not None and speech.spoken_on is not None:
        return int(year.group(1)) >= speech.spoken_on.year
    return bool(_PLAN_WORDS.search(heading))
