import pytest

from tests.extract.sentence_facts import stated


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("以“强镇带村”试点为契机推动融合。", ("U", "implements", "强镇带村试点")),
        ("坚持以习近平新时代中国特色社会主义思想为指导。",
         ("U", "alignsWith", "习近平新时代中国特色社会主义思想")),
        ("通过“寻宝”行动破解瓶颈。", ("U", "implements", "寻宝行动")),
        ("拓展与空客、航天科技等供应链合作。", ("U", "cooperatesWith", "空客")),
        ("依托云岭机场入境服务中心打造“吃住购”综合服务平台。",
         ("吃住购综合服务平台", "locatedIn", "云岭机场入境服务中心")),
    ],
)  # fmt: skip
def test_the_preposition_gives_the_relation(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in stated(text)


def test_what_only_describes_is_not_put_to_use() -> None:
    assert stated("以“十年磨一剑”的定力打基础。") == set()
