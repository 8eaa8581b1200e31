import pytest

from kg.extract.quantities import sort_numerals
from kg.extract.quantity_runs import runs


def shapes(text: str) -> list[list[list[str]]]:
    """The runs of `text`, each a list of slots, each a list of the numbers in it."""
    return [
        [[f"{part.value}{part.unit_text}" for part in slot] for slot in run.slots]
        for run in runs(text, sort_numerals(text, ()))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分别增长5%、6%和7%。", [[["5%"], ["6%"], ["7%"]]]),
        ("增长5%—5.5%。", [[["5%", "5.5%"]]]),
        ("投资6-8亿元。", [[["6亿元", "8亿元"]]]),
        ("分别快于全国3.4个、1个百分点。", [[["3.4个百分点"], ["1个百分点"]]]),
        ("产值20亿元、增长5%。", [[["20亿元"]], [["5%"]]]),
        ("杠杆率达5：1。", [[["5：1"]]]),
        ("居全国第8位、第4位。", [[["8位"], ["4位"]]]),
    ],
)
def test_numbers_that_stand_together_make_a_run(text: str, expected: list[list[list[str]]]) -> None:
    assert shapes(text) == expected
