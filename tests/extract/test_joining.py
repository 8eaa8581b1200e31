from kg.extract.cutting import Word
from kg.extract.joining import mend


def line(*texts: str, tag: str = "n") -> list[Word]:
    found, place = [], 0
    for text in texts:
        found.append(Word(place, place + len(text), text, tag))
        place += len(text)
    return found


def mended(*texts: str, tag: str = "n") -> list[str]:
    return [word.text for word in mend(line(*texts, tag=tag))]


def test_a_swallowed_conjunction_is_split_off() -> None:
    assert mended("再生", "铝及", "加工") == ["再生", "铝", "及", "加工"]


def test_a_list_word_that_is_also_a_word_is_split_before_a_count() -> None:
    assert mended("导电", "超等", "3", "个") == ["导电", "超", "等", "3", "个"]
    assert mended("超等", "质量") == ["超等", "质量"]


def test_compound_verbs_of_the_lexicon_are_joined() -> None:
    assert mended("工程", "投入", "使用") == ["工程", "投入使用"]


def test_a_single_dash_joins_and_a_double_one_does_not() -> None:
    assert mended("中国", "—", "东盟") == ["中国—东盟"]
    assert mended("突破", "—", "—", "地区") == ["突破", "—", "—", "地区"]


def test_ordinals_and_titles_are_joined() -> None:
    assert mended("第", "26", "届", "大会") == ["第26届", "大会"]
    assert mended("种业", "之", "都") == ["种业之都"]


def test_a_name_that_begins_with_a_conjunction_is_kept_after_a_pause() -> None:
    assert mended("机场", "、", "和", "若", "铁路") == ["机场", "、", "和若", "铁路"]


def test_places_are_kept() -> None:
    words = mend(line("铝及", "加工"))
    assert [(word.start, word.end) for word in words] == [(0, 1), (1, 2), (2, 4)]
