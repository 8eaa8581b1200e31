import pytest

from kg.extract.figure_words import Words, change_of, is_predicate, read_words
from kg.extract.measures import read_quantity
from kg.extract.numerals import find_numerals
from kg.records import Comparator


def words_before(text: str) -> tuple[str, Words]:
    """The topic, and the words between it and the last number of `text`."""
    numeral = find_numerals(text)[-1]
    quantity = read_quantity(text, numeral)
    assert quantity is not None
    found = read_words(text[: numeral.start], quantity)
    return text[: found.topic], found


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("出口同比增长5%", "出口"),
        ("公共预算收入5亿元", "公共预算收入"),
        ("班列1000列", "班列"),
        ("人均3.2万元", "人均"),
        ("PM2.5浓度较2020年累计下降25%", "PM2.5浓度"),
        ("森林覆盖率连续3年稳定在60%", "森林覆盖率"),
        ("保费收入按可比口径增长3%", "保费收入"),
    ],
)
def test_the_topic_ends_where_the_words_of_the_figure_begin(text: str, topic: str) -> None:
    assert words_before(text)[0] == topic


def test_what_the_words_say() -> None:
    assert words_before("成本同比下降5%")[1].change == -1
    assert words_before("园区从5个")[1].source
    assert words_before("园区拓展到9个")[1].to
    assert words_before("亩均税收增长、平均降本5%")[1].act == "降本"
    assert words_before("出口、进口均增长5%")[1].each
    assert words_before("产值突破100亿元")[1].bound is Comparator.AT_LEAST
    assert words_before("出口占全省的5%")[1].whole == "全省"
    assert words_before("投资增速高于全国1.7个百分点")[1].reference == "全国"


def test_full_words_only() -> None:
    assert change_of("压减") == -1
    assert change_of("增") == 0
    assert is_predicate("达到")
    assert not is_predicate("企业")
