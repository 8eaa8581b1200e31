"""What stands before the name of a figure and does not belong to it."""

import pytest

from kg.extract.figure_circumstances import without_circumstances, without_talk


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("达产后可年产值", "年产值"),
        ("这项举措让成本", "成本"),
        ("每家企业的成本", "成本"),
        ("工业总量成为全市第三个", "工业总量"),
        ("按年平均汇率计算", ""),
        ("旺季期间共接待游客", "接待游客"),
        ("将军路改造里程", "将军路改造里程"),
    ],
)
def test_circumstances_are_dropped(text: str, name: str) -> None:
    assert without_circumstances(text) == name


def test_a_speaker_is_dropped_and_a_company_kept() -> None:
    assert without_talk("我们企业员工") == "企业员工"
    assert without_talk("企业员工") == "企业员工"
