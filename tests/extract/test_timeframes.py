from datetime import date

from kg.extract.periods import find_periods
from kg.extract.timeframes import Frame, find_frames, frame_at
from kg.records import Status


def frames(text: str, spoken_on: date | None) -> tuple[Frame, ...]:
    return find_frames(text, find_periods(text, spoken_on), spoken_on)


def test_a_speech_without_sections_has_the_time_of_its_first_paragraph() -> None:
    (frame,) = frames("锚定目标，一季度GDP增长6%。\n3月末贷款增长7%。", date(2025, 4, 24))
    assert (frame.period, frame.status) == ("2025-Q1", Status.REPORTED)


def test_a_report_looks_back_and_then_ahead() -> None:
    text = (
        "各位代表：\n一、2025年工作回顾\n过去一年，出口增长。\n——这五年，综合实力跃升。\n"
        "二、“十五五”时期主要目标\n“十五五”时期是关键时期。\n三、2026年重点工作\n扩大出口。"
    )
    found = frames(text, date(2026, 1, 28))
    places = {
        word: frame_at(found, text.index(word)) for word in ("过去一年", "这五年", "关键", "扩大")
    }
    assert {word: (one.period, one.status) for word, one in places.items()} == {
        "过去一年": ("2025", Status.REPORTED),
        "这五年": ("2021/2025", Status.REPORTED),
        "关键": ("2026/2030", Status.TARGET),
        "扩大": ("2026", Status.TARGET),
    }


def test_goals_turn_a_paragraph_into_a_plan() -> None:
    text = "一、一年接着一年干，建设取得新进展\n出口增长。\n今年主要预期目标是：GDP增长5%。"
    found = frames(text, date(2026, 1, 28))
    assert frame_at(found, text.index("GDP")) == Frame(text.index("今年"), "2026", Status.TARGET)
    assert frame_at(found, text.index("出口")).status is Status.REPORTED
