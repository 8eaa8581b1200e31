"""The place that a bare word means, and the region units share."""

from __future__ import annotations

import pytest

from kg.reading.places import common_region, named_divisions, own_level, place_named
from tests.reading.checks import read_text


def test_divisions_are_found_whole() -> None:
    text = "2026年广西壮族自治区政府工作报告，石柱土家族自治县和重庆市区县"
    assert list(named_divisions(text)) == ["广西壮族自治区", "石柱土家族自治县", "重庆市"]


@pytest.mark.parametrize(
    ("units", "region"),
    [
        (["九龙坡区", "綦江区", "石柱县", "两江新区", "市委金融办"], "重庆市"),
        (["鄞州区", "慈溪市", "象山县"], "宁波市"),
        (["杭州市", "宁波市", "温州市"], "浙江省"),
        (["鄞州区", "义乌市"], "浙江省"),
        (["海曙区", "江北区", "慈溪市"], "宁波市"),
        (["市教育局"], ""),
        ([], ""),
    ],
)
def test_the_region_of_units(units: list[str], region: str) -> None:
    assert common_region(units) == region


@pytest.mark.parametrize(
    ("level", "texts", "body", "place"),
    [
        ("省", ["2026年山西省政府工作报告"], "", "山西省"),
        ("市", ["四川省成都市政府工作报告"], "", "成都市"),
        ("自治区", [], "西藏发展迈出新步伐，西藏自治区成立60周年。", "西藏自治区"),
        ("省", [], "谱写中国式现代化安徽新篇章，与江苏合作，安徽人民加油。", "安徽省"),
        ("县", [], "全县上下团结奋斗。", ""),
    ],
)
def test_the_place_of_a_bare_word(level: str, texts: list[str], body: str, place: str) -> None:
    assert place_named(level, texts, body) == place


def test_the_level_a_text_speaks_from() -> None:
    assert own_level("全区上下，我区新增企业，居全市前列。") == "区"
    assert own_level("居全国前列。") == ""


def test_the_file_tells_the_unit_before_a_chance_name_of_the_text() -> None:
    body = "各位代表：\n按照上级党委、政府和县委部署，全县经济持续回升向好，我县投资增长5%。\n" * 3
    assert read_text(body, "2025-柘荣县.txt").speeches[0].unit == "柘荣县"
    body = "我代表市人民政府，向大会报告工作。全区第一，全区领先，红山区、松山区发展加快。\n" * 3
    assert read_text(body, "2025-赤峰市.txt").speeches[0].unit == "赤峰市"


def test_the_first_lines_tell_the_unit_before_the_file() -> None:
    body = "平江县坚持项目为王。\n全县投资增长5%，我县工业增长6%。\n" * 3
    assert read_text(body, "2025-柘荣县.txt").speeches[0].unit == "平江县"
    zone = "云溪经济开发区组建于2005年。云溪经济开发区全区从业人员2万人，新建区内道路5条。\n" * 2
    assert read_text(zone, "开发区.txt").speeches[0].unit == "云溪经济开发区"
