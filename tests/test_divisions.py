"""The register of divisions: short names, places inside places, and namesakes."""

from __future__ import annotations

import pytest

from kg.divisions import above, find, homonyms, register, short_names


@pytest.mark.parametrize(
    ("name", "shorter"),
    [
        ("石柱土家族自治县", ("石柱县", "石柱")),
        ("双江拉祜族佤族布朗族傣族自治县", ("双江县", "双江")),
        ("龙胜各族自治县", ("龙胜县", "龙胜")),
        ("鄂伦春自治旗", ("鄂伦春旗", "鄂伦春")),
        ("黔东南苗族侗族自治州", ("黔东南州", "黔东南")),
        ("伊犁哈萨克自治州", ("伊犁州", "伊犁")),
        ("广西壮族自治区", ("广西",)),
        ("新疆维吾尔自治区", ("新疆",)),
        ("内蒙古自治区", ("内蒙古",)),
        ("香港特别行政区", ("香港",)),
        ("大兴安岭地区", ("大兴安岭",)),
        ("锡林郭勒盟", ("锡林郭勒",)),
        ("神农架林区", ("神农架",)),
        ("綦江区", ("綦江",)),
        ("忠县", ()),
    ],
)
def test_a_division_is_called_by_its_short_names(name: str, shorter: tuple[str, ...]) -> None:
    assert short_names(name) == shorter


@pytest.mark.parametrize(
    ("name", "shorter"),
    [
        ("东乡族自治县", ("东乡县", "东乡")),
        ("鄂温克族自治旗", ("鄂温克旗", "鄂温克")),
        ("管城回族区", ("管城区", "管城")),
    ],
)
def test_a_people_in_the_name_is_left_out_of_the_short_one(
    name: str, shorter: tuple[str, ...]
) -> None:
    assert short_names(name) == shorter


@pytest.mark.parametrize("word", ["公安", "南部", "通道", "互助", "合作"])
def test_a_common_word_is_no_county_of_another_province(word: str) -> None:
    assert find(word, "山东省") is None


@pytest.mark.parametrize(
    ("name", "region", "code"),
    [
        ("綦江区", "", "500110"),
        ("綦江", "重庆市", "500110"),
        ("石柱县", "", "500240"),
        ("忠县", "", "500233"),
        ("江北区", "重庆市", "500105"),
        ("江北区", "浙江省", "330205"),
        ("江北区", "宁波市", "330205"),
        ("江北", "重庆市", "500105"),
        ("朝阳区", "北京市", "110105"),
        ("朝阳区", "长春市", "220104"),
        ("重庆", "", "500000"),
        ("重庆市", "重庆市", "500000"),
        # of the same name the higher one, as people use them
        ("吉林", "", "220000"),
        ("吉林市", "", "220200"),
        ("海南", "", "460000"),
        ("恩施", "", "422800"),
        ("恩施市", "", "422801"),
    ],
)
def test_a_name_finds_the_division_that_a_text_of_the_region_means(
    name: str, region: str, code: str
) -> None:
    found = find(name, region)
    assert found is not None and found.code == code


@pytest.mark.parametrize("name", ["朝阳区", "鼓楼区", "市中区", "江北", "两江新区", "县", ""])
def test_a_name_of_several_or_of_none_finds_nothing(name: str) -> None:
    assert find(name) is None


def test_a_region_that_has_no_such_division_does_not_stop_the_search() -> None:
    found = find("綦江区", "山东省")
    assert found is not None and found.name == "綦江区"


def test_divisions_lie_in_one_another() -> None:
    jiangbei = find("江北区", "浙江省")
    assert jiangbei is not None
    assert [outer.name for outer in above(jiangbei)] == ["宁波市", "浙江省"]
    (chongqing,) = above(register()["500110"])
    assert chongqing.name == "重庆市"


def test_namesakes_are_counted() -> None:
    assert homonyms("鼓楼区") == 4
    assert homonyms("綦江区") == 1
    assert homonyms("鼓楼") == 0


def test_the_register_is_whole() -> None:
    rows = register().values()
    provinces = [row for row in rows if row.level == "province"]
    assert len(provinces) == 34
    assert all(len(row.code) == 6 and row.code.isdigit() for row in rows)
    assert all(row.parent in register() for row in rows if row.level != "province")
    assert 2800 <= sum(row.level == "county" for row in rows) <= 3100
