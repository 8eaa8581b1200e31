import pytest

from tests.extract.sentence_facts import things


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云山园区入选第二批国家碳达峰试点。", {"第二批国家碳达峰试点"}),
        ("县人民医院成功创建“三甲”。", {"三甲"}),
        ("获评“全国文明城市”。", {"全国文明城市"}),
        ("获农业农村部乡村治理典型案例。", {"乡村治理典型案例"}),
        ("授予云山市“世界茶旅卓越城市”称号。", {"世界茶旅卓越城市"}),
        ("获得国家支持政策28项。", set()),
        ("项目获批立项。", set()),
    ],
)
def test_recognitions_are_what_is_obtained(text: str, names: set[str]) -> None:
    assert {name for cls, name in things(text) if cls == "Recognition"} == names
