from kg.extract.cutting import cut
from kg.extract.heads import find_head, strip_quotes
from kg.extract.marks import is_named, is_proper, specific


def test_the_longest_head_is_found_and_follow_up_words_are_left_out() -> None:
    head = find_head(cut("云山国家级旅游度假区建设"))
    assert head is not None
    assert head.text == "旅游度假区"
    assert head.length == len(cut("云山国家级旅游度假区建设")) - 1


def test_an_extension_belongs_to_the_name() -> None:
    line = cut("云山机场三期")
    head = find_head(line)
    assert head is not None and head.length == len(line)


def test_a_head_alone_names_nothing() -> None:
    assert find_head(cut("行动")) is None


def test_everyday_words_are_neither_proper_nor_specific() -> None:
    assert not is_proper(cut("重点产业"))
    assert not specific(cut("重点产业"))


def test_places_latin_and_unknown_words_are_proper() -> None:
    assert is_proper(cut("綦江"))
    assert is_proper(cut("LNG"))
    assert is_proper(cut("煜晟"))


def test_a_figure_is_no_name() -> None:
    assert not is_named(cut("10亿元"))


def test_quotes_are_stripped() -> None:
    assert strip_quotes("“一站式”平台") == "一站式平台"
