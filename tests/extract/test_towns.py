import pytest

from kg.extract.cutting import Word
from kg.extract.towns import is_town
from tests.extract.sentence_facts import stated


def word(text: str, tag: str = "ns") -> Word:
    return Word(0, len(text), text, tag)


@pytest.mark.parametrize("name", ["樟木镇", "闽宁镇", "独龙江乡", "解放碑街道"])
def test_a_proper_word_that_ends_like_one_is_a_town(name: str) -> None:
    assert is_town(word(name))


@pytest.mark.parametrize(("text", "tag"), [("小镇", "ns"), ("特色小镇", "ns"), ("古镇", "ns")])
def test_small_towns_of_a_kind_are_none(text: str, tag: str) -> None:
    assert not is_town(word(text, tag))


def test_a_common_noun_is_none() -> None:
    assert not is_town(word("樟木镇", "v"))


def test_a_town_that_is_supported_does_the_rest() -> None:
    found = stated("支持黄花镇建设“茶香小镇”。")
    assert ("U", "supports", "黄花镇") in found
    assert ("黄花镇", "creates", "茶香小镇") in found
