import pytest

from tests.extract.sentence_facts import things


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("发展银发经济、冰雪经济等新产业。", {"银发经济", "冰雪经济"}),
        ("瞄准低空经济、生物医药等领域攻坚突破。", {"低空经济", "生物医药"}),
        ("培育壮大智能网联新能源汽车产业。", {"智能网联新能源汽车产业"}),
        ("大力发展赛事经济和演艺经济。", {"赛事经济", "演艺经济"}),
        ("新能源汽车产值增长38.5%。", set()),
        ("发展民营经济，壮大县域经济。", set()),
    ],
)
def test_industries_are_what_a_unit_develops(text: str, names: set[str]) -> None:
    assert {name for cls, name in things(text) if cls == "Industry"} == names
