from tests.extract.sentence_facts import named


def test_organs_by_register() -> None:
    assert ("Department", "农业农村部") in named("农业农村部来县调研。")
    assert ("Body", "世界卫生组织") in named("与世界卫生组织合作。")


def test_the_congress_of_the_unit_is_a_body_and_a_formula_is_none() -> None:
    assert ("Body", "省人大常委会") in named("提请省人大常委会审议法规9项。")
    assert "国务院" not in {name for _, name in named("认真落实党中央、国务院决策部署。")}
