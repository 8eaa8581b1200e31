from tests.extract.sentence_facts import stated


def test_a_project_beside_an_enterprise_is_its_own() -> None:
    found = stated("推动签约落地中信集团云海书局等央国企合作项目11个。")
    assert found == {
        ("U", "signs", "云海书局"),
        ("U", "attracts", "中信集团"),
        ("中信集团", "builds", "云海书局"),
    }


def test_a_gloss_in_brackets_does_not_part_neighbours() -> None:
    found = stated("引进艾思岭（云山交大）一体化铸造铝合金材料技术。")
    assert ("艾思岭", "builds", "一体化铸造铝合金材料技术") in found
    assert ("U", "attracts", "艾思岭") in found


def test_an_honoured_product_is_still_its_makers() -> None:
    found = stated("岭华冶金“高纯铜粉”入选全市重大技术创新产品。")
    assert ("岭华冶金", "builds", "高纯铜粉") in found
    assert ("高纯铜粉", "recognisedAs", "全市重大技术创新产品") in found


def test_a_project_beside_a_place_is_in_it() -> None:
    found = stated("实施云水国家级旅游度假区“五大提升工程”。")
    assert found == {
        ("U", "implements", "五大提升工程"),
        ("五大提升工程", "locatedIn", "云水国家级旅游度假区"),
    }


def test_parts_of_a_division_may_stand_between() -> None:
    found = stated("玉树3县5乡“光伏入户”工程建成投运。", "青海省", "青海省")
    assert ("光伏入户工程", "locatedIn", "玉树") in found
