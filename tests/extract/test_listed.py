from tests.extract.sentence_facts import things


def test_lists_of_projects() -> None:
    assert things("签约新材料及智能装备、20万吨再生铝及精密加工等项目30个。") == {
        ("Project", "新材料及智能装备"),
        ("Project", "20万吨再生铝及精密加工"),
    }
    assert things("推进公路、水利等项目建设。") == set()
