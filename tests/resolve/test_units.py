"""A name of a unit means one body: by the register, by the glossary, by its place."""

from __future__ import annotations

import pytest

from kg.records import EntityClass
from kg.resolve.units import identify, placed_name, unit_class


def test_a_division_is_known_by_its_official_name_and_code() -> None:
    short = identify("石柱县", "重庆市")
    full = identify("石柱土家族自治县", "重庆市")
    assert short.name == full.name == "石柱土家族自治县"
    assert short.code == "500240" and short.cls is EntityClass.DISTRICT
    assert "GB/T 2260" in short.reason and full.reason == ""


def test_namesakes_are_told_apart_by_what_they_lie_in() -> None:
    here, there = identify("江北区", "重庆市"), identify("江北区", "浙江省")
    assert (here.name, there.name) == ("重庆市江北区", "宁波市江北区")
    assert here.other_names == there.other_names == ("江北区",)


def test_a_namesake_of_no_region_stays_what_it_is_called() -> None:
    unit = identify("朝阳区", "")
    assert (unit.name, unit.code) == ("朝阳区", "")


def test_a_namesake_of_no_region_is_a_district_all_the_same() -> None:
    assert unit_class("朝阳区") is EntityClass.DISTRICT


@pytest.mark.parametrize("name", ["市人力社保局", "重庆市人力社保局"])
def test_a_department_of_the_glossary_has_its_full_name(name: str) -> None:
    unit = identify(name, "重庆市")
    assert unit.name == "重庆市人力资源和社会保障局"
    assert (unit.cls, unit.reason) == (EntityClass.DEPARTMENT, "术语表")
    assert "市人力社保局" in unit.other_names


def test_a_department_that_no_list_knows_gets_its_place() -> None:
    unit = identify("市教委", "重庆市")
    assert (unit.name, unit.cls) == ("重庆市教委", EntityClass.DEPARTMENT)
    assert "重庆市" in unit.reason
    assert identify("市教委", "").name == "市教委"


@pytest.mark.parametrize(
    ("name", "region", "speaker", "placed"),
    [
        ("市教委", "重庆市", "", "重庆市教委"),
        ("省发展改革委", "山东省", "济南市", "山东省发展改革委"),
        ("县人民医院", "重庆市", "忠县", "忠县人民医院"),
        ("区教委", "重庆市", "綦江区", "綦江区教委"),
        ("全市公安局", "重庆市", "", "重庆市公安局"),
        ("市委", "重庆市", "", "重庆市委"),
        # neither the region nor the speaker is a province
        ("省教育厅", "重庆市", "忠县", "省教育厅"),
        # not of a place, but of a kind
        ("市级部门", "重庆市", "", "市级部门"),
        ("市场监管局", "重庆市", "", "市场监管局"),
        ("区域中心", "重庆市", "綦江区", "区域中心"),
        ("教育部", "重庆市", "", "教育部"),
    ],
)
def test_a_name_gets_the_place_it_leaves_out(
    name: str, region: str, speaker: str, placed: str
) -> None:
    assert placed_name(name, region, speaker) == placed


@pytest.mark.parametrize(
    ("name", "cls"),
    [
        ("綦江区", EntityClass.DISTRICT),
        ("两江新区", EntityClass.DISTRICT),
        ("长寿经开区", EntityClass.DISTRICT),
        ("市教委", EntityClass.DEPARTMENT),
        ("市高法院", EntityClass.DEPARTMENT),
        ("两江新区管委会", EntityClass.DEPARTMENT),
        ("河州海事", EntityClass.UNIT),
    ],
)
def test_the_last_word_tells_the_class(name: str, cls: EntityClass) -> None:
    assert unit_class(name) is cls
