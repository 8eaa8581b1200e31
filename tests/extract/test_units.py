from tests.extract.sentence_facts import named


def test_divisions_full_and_short_and_departments() -> None:
    assert named("支持綦江区建设。") == {("District", "綦江区")}
    assert named("綦江对标先进。") == {("District", "綦江")}
    assert ("Department", "市商务委") in named("会同市商务委推进。")


def test_a_short_county_name_outside_the_region_is_a_word() -> None:
    assert named("文化振兴取得成效。", region="福建省") == set()


def test_the_speaking_unit_is_no_place() -> None:
    assert named("两江新区提速发展。", unit="两江新区") == {("District", "两江新区")}


def test_regions_are_named_only_where_one_works_with_them() -> None:
    assert ("Unit", "长三角") in named("加强与长三角的产业协作。")
    assert ("Unit", "长三角") not in named("深度融入长三角一体化发展。")
    assert ("Unit", "京津冀") not in named("服务京津冀协同发展。")
