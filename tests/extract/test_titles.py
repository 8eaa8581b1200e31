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
