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


def test_works_by_any_genre_by_their_number_and_by_what_they_win() -> None:
    text = "花鼓戏《茶山新韵》、油画《渡口》荣获第十届金桂文艺奖。"
    assert stated(text) == {
        ("茶山新韵", "recognisedAs", "第十届金桂文艺奖"),
        ("渡口", "recognisedAs", "第十届金桂文艺奖"),
    }
    text = "《江上行》、《老街》两幅画作入选2023年湖南省美术创作扶持工程。"
    assert stated(text) == {
        ("江上行", "recognisedAs", "2023年湖南省美术创作扶持工程"),
        ("老街", "recognisedAs", "2023年湖南省美术创作扶持工程"),
    }
    assert ("Brand", "灯") in things("《灯》斩获全国群星奖。")


def test_the_honour_of_a_work_just_made_is_not_the_units() -> None:
    assert stated("创排湘剧《红船渡》，获评省“五个一工程”奖。") == {
        ("U", "creates", "红船渡"),
        ("红船渡", "recognisedAs", "省五个一工程奖"),
    }
