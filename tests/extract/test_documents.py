from tests.extract.sentence_facts import mentions_in, things


def test_a_titled_document_is_a_policy_without_its_marks() -> None:
    text = "研究制定《云山县文旅产品培育工作方案》。"
    (mention,) = mentions_in(text)
    assert (mention.cls.value, mention.name) == ("Policy", "云山县文旅产品培育工作方案")
    assert text[mention.start : mention.end] == mention.name


def test_a_bracketed_state_belongs_to_the_title() -> None:
    assert things("编制《云山县发展规划纲要（草案）》。") == {
        ("Policy", "云山县发展规划纲要（草案）")
    }


def test_books_films_and_short_forms_are_none() -> None:
    assert things("电视剧《山那边的人家》热播，《纲要》细化指标。") == set()
