"""Quantities that stand together, and changes that are told one by one."""

from tests.extract.figure_lines import lines


def test_each_change_has_a_sign_of_its_own() -> None:
    assert lines("固投、社零、进出口分别增长8%、5.6%和下降2.3%。") == [
        "固投|growth|=|8|%",
        "社零|growth|=|5.6|%",
        "进出口|growth|=|-2.3|%",
    ]
    assert lines("建筑业总产值32亿元，销售面积18万平方米，分别下降5%、增长12%。")[2:] == [
        "建筑业总产值|growth|=|-5|%",
        "销售面积|growth|=|12|%",
    ]


def test_a_sign_before_a_rate_is_a_minus_and_a_dash_between_numbers_is_none() -> None:
    assert lines("增加值同比增长－5%。") == ["增加值|growth|=|-5|%"]
    assert lines("出口增速为-3.2％。") == ["出口|growth|=|-3.2|%"]
    assert lines("投资下降-1.5%。") == ["投资|growth|=|-1.5|%"]
    assert lines("产值增长5-8%。") == ["产值|growth|>=|5|%", "产值|growth|<=|8|%"]
