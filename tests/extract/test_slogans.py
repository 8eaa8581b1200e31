from tests.extract.sentence_facts import named


def test_programmes_of_a_place_and_national_ones() -> None:
    assert named("加快推进数字重庆建设。") == {("Framework", "数字重庆")}
    assert named("融入长江经济带发展。") == {("Framework", "长江经济带发展")}
