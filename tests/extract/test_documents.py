from tests.extract.sentence_facts import mentions_in, stated, things


def test_a_titled_document_is_a_policy_without_its_marks() -> None:
    text = "研究制定《云山县文旅产品培育工作方案》。"
    (mention,) = mentions_in(text)
    assert (mention.cls.value, mention.name) == ("Policy", "云山县文旅产品培育工作方案")
    assert text[mention.start : mention.end] == mention.name


def test_a_bracketed_state_belongs_to_the_title() -> None:
    assert things("编制《云山县发展规划纲要（草案）》。") == {
        ("Policy", "云山县发展规划纲要（草案）")
    }


def test_works_are_named_by_their_genre_and_short_forms_are_none() -> None:
    assert things("电视剧《山那边的人家》、纪录片《云水》《石桥》热播，《纲要》细化指标。") == {
        ("Brand", "山那边的人家"),
        ("Brand", "云水"),
        ("Brand", "石桥"),
    }


def test_a_work_that_is_praised_is_not_carried_out() -> None:
    assert stated("舞剧《云水谣》广受好评。") == set()
