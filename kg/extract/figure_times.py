"""Gives each figure its period and status from the words around it and the frame it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.extract.periods import Period, find_periods
from kg.extract.sentences import Sentence
from kg.extract.timeframes import Frame, find_frames, frame_at
from kg.records import Status

_AIM = re.compile(
    r"力争|争取(?=达到|实现|完成|新增|增长|突破|到20)|确保|预期目标|目标(?:是|为|：)|(?<!一)年内"
    r"|(?:计划|拟|将)(?=新增|完成|建设|建成|投资|实施|开工|达到|培育|引进|改造)"
)
_UNTIL = re.compile(r"到(20[0-9]{2})年")
_DONE = re.compile(r"去年|上年|过去|已(?:经|建成|完成|达)|累计(?:完成|建成)")


@dataclass(frozen=True, slots=True)
class Times:
    """The times and frames of one text; `year` is that in which it was spoken, 0 if unknown."""

    text: str
    periods: tuple[Period, ...]
    frames: tuple[Frame, ...]
    year: int

    def of(
        self, sentence: Sentence, topic: tuple[int, int], start: int, before: bool = False
    ) -> tuple[str, Status]:
        """Period and status of the figure at `start` that tells of the words `topic`.

        `before` marks what was before the period (从5家 of 从5家增加到8家): only a time of its own
        dates it.
        """
        frame = frame_at(self.frames, start)
        named = self._named(sentence, topic, start)
        own = named is not None and named.start >= topic[1]
        period = "" if before and not own else named.iso if named else frame.period
        return period, self._status(sentence, start, named, frame)

    def _named(self, sentence: Sentence, topic: tuple[int, int], start: int) -> Period | None:
        first, last = (
            bisect_left(self.periods, place, key=lambda period: period.start)
            for place in (sentence.start, start)
        )
        inside: Sequence[Period] = self.periods[first:last]
        near = [one for one in inside if one.start >= topic[1]]
        leading = [one for one in inside if one.leads]
        own = [one for one in inside if one.start >= topic[0] and one not in leading]
        found = near or own or leading
        return found[-1] if found else None

    def _status(self, sentence: Sentence, start: int, named: Period | None, frame: Frame) -> Status:
        before = self.text[sentence.start : start]
        if named and named.iso and self.year:
            last = int(named.iso.split("/")[-1][:4])
            if last != self.year:
                return Status.REPORTED if last < self.year else Status.TARGET
        if frame.status is Status.TARGET:
            return Status.REPORTED if _DONE.search(before) else Status.TARGET
        until = [int(year) for year in _UNTIL.findall(before)]
        aims = _AIM.search(before) or (self.year and any(year > self.year for year in until))
        return Status.TARGET if aims else Status.REPORTED


def read_times(text: str, spoken_on: date | None) -> Times:
    """The times of `text`; relative ones resolved against the day it was spoken on, if known."""
    periods = find_periods(text, spoken_on)
    frames = find_frames(text, periods, spoken_on)
    return Times(text, periods, frames, spoken_on.year if spoken_on else 0)
