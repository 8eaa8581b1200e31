from hypothesis import given
from hypothesis import strategies as st

from kg.extract.cutting import cut, known


def texts(text: str, name: str = "") -> list[str]:
    return [word.text for word in cut(text, name=name)]


def test_a_quotation_a_title_and_a_bracket_are_one_word_each() -> None:
    line = cut("实施“三年、三步”计划，出台《若干措施》（试行）")
    atoms = {word.text: word.tag for word in line if word.tag in ("quote", "document", "bracket")}
    assert atoms == {"“三年、三步”": "quote", "《若干措施》": "document", "（试行）": "bracket"}


def test_an_adverb_grown_together_with_its_verb_is_cut_off() -> None:
    assert texts("大力实施工程")[:2] == ["大力", "实施"]


def test_the_speaking_unit_stays_one_word_before_a_preposition() -> None:
    assert "市文化旅游委" in texts("市文化旅游委以走廊建设为牵引", name="市文化旅游委")


def test_registered_companies_are_tagged_as_organisations() -> None:
    tags = {word.text: word.tag for word in cut("中国石化与宁德时代合作")}
    assert tags["中国石化"] == tags["宁德时代"] == "nt"


def test_words_of_the_lexicon_are_known_and_invented_ones_are_not() -> None:
    assert known("赋能")
    assert not known("綦璧潼")


@given(st.text(alphabet="发展低空经济“”《》（）、，。12 AB\n", max_size=40))
def test_the_words_cover_the_text_in_order(text: str) -> None:
    line = cut(text, 7)
    assert "".join(word.text for word in line) == text
    assert [word.start for word in line] == [
        7 + len("".join(word.text for word in line[:index])) for index in range(len(line))
    ]
    assert all(word.end - word.start == len(word.text) for word in line)
