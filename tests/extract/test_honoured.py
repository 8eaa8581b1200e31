from tests.extract.sentence_facts import things


def test_a_practice_or_a_place_is_known_by_its_honour() -> None:
    assert ("Mechanism", "河湖管护经验") in things("河湖管护经验入选全国河长制典型案例。")
    assert ("Place", "尕岭秦刻石") in things("尕岭秦刻石入选国内十大考古新闻。")
