from tests.extract.sentence_facts import named


def test_officials_have_a_post() -> None:
    assert ("Official", "袁家军") in named("落实市委书记袁家军调研指示要求。")
    assert ("Official", "习近平") in named("牢记习近平总书记殷殷嘱托。")
    assert named("总书记有指示、主席和列席人员。") == set()
