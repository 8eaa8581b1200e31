import pytest

from tests.extract.sentence_facts import stated


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("茶香文化季、云岭庙会等火爆出圈。", "茶香文化季"),
        ("茶香文化季、云岭庙会等火爆出圈。", "云岭庙会"),
        ("渝岭高铁、云丰高速等项目征地拆迁、用地交付全线第一。", "云丰高速"),
        ("“高效办成一件事”更加利企便民。", "高效办成一件事"),
        ("“先诊疗后付费”模式全面推广。", "先诊疗后付费模式"),
        ("云岭国际机场投运。", "云岭国际机场"),
        ("云岭新区建设展现新气象。", "云岭新区"),
        ("对口援青和东西部协作持续深化。", "东西部协作"),
        ("坚定疏解非首都功能。", "疏解非首都功能"),
    ],
)
def test_what_a_clause_tells_of_its_topic_the_unit_has_carried(text: str, name: str) -> None:
    carried = {"implements", "creates", "hosts", "advances"}
    assert {predicate for _, predicate, thing in stated(text) if thing == name} & carried


@pytest.mark.parametrize(
    "text",
    [
        "“云岭造”产品远销海外。",
        "“智慧云山”行动占比达20%。",
        "“百千万”工程建设相对滞后。",
        "云岭光伏项目增长20%。",
    ],
)
def test_a_figure_a_lack_or_a_label_says_nothing_of_what_was_done(text: str) -> None:
    assert stated(text) == set()


def test_what_a_project_achieves_of_itself_is_not_done_to_it() -> None:
    assert stated("“天门”双星实现绕月飞行。") == set()


def test_an_assessment_that_ended_well_is_an_honour() -> None:
    found = stated("中央污染防治攻坚战成效考核连年获优。")
    assert ("U", "recognisedAs", "中央污染防治攻坚战成效考核") in found
