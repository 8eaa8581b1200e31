"""Titles that ministries award are recognitions; what bears them is a place of its own."""

import pytest

from tests.extract.sentence_facts import things


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新增省级零碳园区5家、绿色工厂12家。", {"省级零碳园区", "绿色工厂"}),
        ("建成“两山”实践创新基地4个。", {"两山实践创新基地"}),
        ("实现全国双拥模范城设区市全覆盖。", {"全国双拥模范城"}),
        ("推进绿色工厂建设。", set()),
        ("森林城市令人向往。", set()),
    ],
)
def test_titles_with_a_level_or_a_number_gained(text: str, names: set[str]) -> None:
    assert {name for cls, name in things(text) if cls == "Recognition"} == names


def test_places_listed_before_a_title_bear_it() -> None:
    assert things("新增安顺红枫湖、铜仁锦江国家重要湿地。") == {
        ("Place", "安顺红枫湖"),
        ("Place", "铜仁锦江"),
        ("Recognition", "国家重要湿地"),
    }


def test_a_titled_zone_that_is_built_is_a_place() -> None:
    assert things("推进国家级零碳园区建设。") == {("Place", "国家级零碳园区")}
    assert things("获评国家级零碳园区。") == {("Recognition", "国家级零碳园区")}


def test_titles_side_by_side_need_no_level() -> None:
    found = things("生态文明建设示范区、美丽河湖、美丽海湾数量居前。")
    assert {name for cls, name in found if cls == "Recognition"} >= {"美丽河湖", "美丽海湾"}
