import pytest

from kg.extract.sentences import sentences
from kg.extract.status import planned, status_of
from kg.records import Status
from tests.extract.helpers import speech_of


def under_plans(text: str) -> list[bool]:
    speech = speech_of(text)
    return list(planned(speech, sentences(speech.text)))


def test_headings_tell_what_is_to_come() -> None:
    text = (
        "一、工作回顾\n建成水库。\n二、“十五五”目标任务\n建成机场。\n三、自身建设成绩\n修成大桥。"
    )
    assert under_plans(text) == [False, False, True, True, False, False]


def test_the_year_of_a_heading_is_compared_with_that_of_the_speech() -> None:
    assert under_plans("一、2024年工作\n建成水库。\n二、2025年工作\n建成机场。") == [
        False,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("力争开工渝岭高铁", Status.PLANNED),
        ("今年将建成云岭机场", Status.PLANNED),
        ("到2030年建成云岭机场", Status.PLANNED),
        ("建成云岭机场", Status.REPORTED),
        ("争取到位资金40亿元", Status.REPORTED),
        ("将云岭机场纳入规划", Status.REPORTED),
    ],
)
def test_words_of_a_clause_tell_plans(clause: str, status: Status) -> None:
    assert status_of(clause, under_plan=False) is status
