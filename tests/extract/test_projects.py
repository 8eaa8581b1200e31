from tests.extract.sentence_facts import things


def test_numbered_roads_are_projects() -> None:
    assert things("实施G695提质改造和G214加卡段建设。") == {
        ("Project", "G695提质改造"),
        ("Project", "G214加卡段"),
    }
