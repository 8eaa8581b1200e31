"""Tells for each paragraph the time it reports on, and whether it reports or plans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.extract.periods import Period, five_year_plan
from kg.records import Status

_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、[^。；]{2,60}$")
_PLAN = re.compile(
    r"重点工作|工作安排|主要任务|目标任务|主要目标|重点任务|主要工作|工作部署|主要考虑|总体要求|下一步|今年工作|“十[五六七]五”"
)
_REVIEW = re.compile(r"回顾|成就|总结|(?<!接着)一年(?:来|的工作)|五年来")
_GOALS = re.compile(r"(?:预期|主要)目标(?:是|为|：|有)|(?:发展|工作)的?主要预期目标")
_OUTLINE = re.compile(r"《?(?:规划)?纲要|第十[五六七]个五年规划|“十[五六七]五”(?:时期|期间)")
_PLAN_NAME = re.compile(r"“(?P<ordinal>十[一二三四五六七八九]?|[一二三四五六七八九])五”")
_FIVE_YEARS = re.compile(r"这是[^，。]{2,30}的五年[。！]?")
_LEAD_LENGTH = 40
_FIRST_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """From character `start` on: the period figures belong to unless they name one, and status."""

    start: int
    period: str
    status: Status


def find_frames(text: str, periods: Sequence[Period], spoken_on: date | None) -> tuple[Frame, ...]:
    """The frames of `text`, in order; the first begins at 0."""
    lines = _lines(text)
    if not any(_HEADING.fullmatch(line) for _, line in lines):
        return (Frame(0, _speech_period(lines, periods), Status.REPORTED),)
    return _report_frames(lines, periods, spoken_on)


def frame_at(frames: Sequence[Frame], position: int) -> Frame:
    """The frame that `position` lies in."""
    return frames[bisect_right(frames, position, key=lambda frame: frame.start) - 1]


def _lines(text: str) -> list[tuple[int, str]]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, line.strip("　 ")))
        start += len(line) + 1
    return lines


def _speech_period(lines: Sequence[tuple[int, str]], periods: Sequence[Period]) -> str:
    """The last time that opens a clause in the first paragraph which names one."""
    for start, line in lines:
        named = [one.iso for one in periods if one.leads and start <= one.start < start + len(line)]
        if named:
            return named[-1]
    return ""


def _report_frames(
    lines: Sequence[tuple[int, str]], periods: Sequence[Period], spoken_on: date | None
) -> tuple[Frame, ...]:
    this = spoken_on.year if spoken_on else 0
    early = spoken_on is not None and spoken_on.month <= _FIRST_MONTHS
    past = str(this - 1) if early else str(this) if this else ""
    coming = str(this) if this else ""
    frames = [Frame(0, past, Status.REPORTED)]
    aside: Frame | None = None
    body = next(start for start, line in lines if _HEADING.fullmatch(line))
    for start, line in lines:
        if start < body:
            continue
        named = [one for one in periods if start <= one.start < start + len(line)]
        frame, aside = aside or frames[-1], None
        if _HEADING.fullmatch(line):
            frame = _of_heading(line, named, frame, past, coming)
        elif _GOALS.search(line):
            year = next((one.iso for one in named if one.leads), "")
            frame = Frame(start, year or coming or frame.period, Status.TARGET)
        elif early and _FIVE_YEARS.fullmatch(line):
            frame = Frame(start, f"{this - 5}/{this - 1}", Status.REPORTED)
        elif frame.status is Status.TARGET and _looks_back(line, start, named, this):
            aside, frame = frame, Frame(start, named[0].iso, Status.REPORTED)
        else:
            frame = _of_lead(line, start, named, frame, this if early else 0)
        if (frame.period, frame.status) != (frames[-1].period, frames[-1].status):
            frames.append(Frame(start, frame.period, frame.status))
    return tuple(frames)


def _looks_back(line: str, start: int, named: Sequence[Period], this: int) -> bool:
    """True for a paragraph of a plan that opens with a time now over ("十四五"时期，…)."""
    if not named or named[0].start - start > 1 or _OUTLINE.match(line):
        return False
    return 0 < int(named[0].iso.split("/")[-1][:4] or 0) < this


def _of_heading(line: str, named: Sequence[Period], frame: Frame, past: str, coming: str) -> Frame:
    first = named[0].iso if named else ""
    plan = _PLAN_NAME.search(line)
    if plan and not first:
        first = five_year_plan(plan["ordinal"])
    if _REVIEW.search(line):
        return Frame(frame.start, first or past, Status.REPORTED)
    if _PLAN.search(line):
        return Frame(frame.start, first or coming, Status.TARGET)
    return frame


def _of_lead(line: str, start: int, named: Sequence[Period], frame: Frame, this: int) -> Frame:
    """The frame of a paragraph, changed by the time it opens with."""
    near = [one for one in named if one.start - start < _LEAD_LENGTH and "-" not in one.iso]
    leading = [one for one in near if one.leads]
    lead = leading[-1] if leading else None
    if _OUTLINE.search(line[:_LEAD_LENGTH]) and this and (lead is None or lead.first_year >= this):
        return Frame(start, f"{this}/{this + 4}", Status.TARGET)
    if lead is None or not lead.iso or not this:
        return frame
    if lead.first_year == this:
        return Frame(start, lead.iso, Status.TARGET)
    if lead.first_year > this:
        return frame
    if frame.status is Status.REPORTED:
        return Frame(start, lead.iso, Status.REPORTED)
    return frame
