import pytest

from kg.extract.counting import counting_words, is_great, sums_up
from kg.extract.cutting import cut


def counted(text: str) -> str:
    """The words at the beginning of `text` that count."""
    line = cut(text)
    length = counting_words(line, 0, after_noun=False)
    return "".join(word.text for word in line[:length])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("3个项目", "3个"),
        ("一批项目", "一批"),
        ("120家企业", "120家"),
        ("10万吨级航道", ""),
        ("20万千瓦光伏", ""),
        ("2.0版计划", ""),
        ("2025年目标", ""),
        ("万名大学生基层行", ""),
    ],
)
def test_counts_end_a_name_and_sizes_stand_inside_it(text: str, count: str) -> None:
    assert counted(text) == count


def test_a_count_sums_up_an_enumeration() -> None:
    assert sums_up("两大") and sums_up("3个")
    assert not sums_up("5%")


def test_great_counts() -> None:
    assert is_great("三大")
    assert not is_great("三个")
