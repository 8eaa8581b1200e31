from tests.extract.sentence_facts import named


def test_organs_by_register() -> None:
    assert ("Body", "农业农村部") in named("农业农村部来县调研。")
