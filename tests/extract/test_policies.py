"""Documents without title marks whose names open with a verb, and the deeds promised each year."""

import pytest

from tests.extract.sentence_facts import stated, things


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("出台支持县域特色产业发展18条措施。", "支持县域特色产业发展18条措施"),
        ("制定促进“夜间茶市”发展若干措施，带动消费。", "促进夜间茶市发展若干措施"),
        ("制定实施加快打造内陆口岸新高地实施方案。", "加快打造内陆口岸新高地实施方案"),
        ("印发关于进一步推动茶产业提质增效的意见。", "推动茶产业提质增效的意见"),
        ("全面落实优化营商环境36条举措。", "优化营商环境36条举措"),
    ],
)
def test_a_document_may_open_with_what_it_is_for(text: str, name: str) -> None:
    assert ("Policy", name) in things(text)


def test_who_issues_it_issues_the_whole_of_it() -> None:
    assert stated("出台支持县域特色产业发展18条措施。") == {
        ("U", "issues", "支持县域特色产业发展18条措施")
    }


@pytest.mark.parametrize(
    "text",
    [
        "出台促进消费等措施。",  # measures of any kind
        "落实支持企业发展政策。",  # heeded, and not counted
        "推出更多惠民举措，支持企业发展。",
    ],
)
def test_measures_in_general_are_no_document(text: str) -> None:
    assert not any(cls == "Policy" for cls, _ in things(text))


@pytest.mark.parametrize("text", ["10件民生实事如期办结。", "办好三十件市级民生实事。"])
def test_the_deeds_of_a_year_are_one_programme(text: str) -> None:
    assert ("Programme", "民生实事") in things(text)
    assert any(thing == "民生实事" for _, _, thing in stated(text))
