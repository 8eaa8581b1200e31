"""Doctrine, meetings of the Party and its campaigns are found by their wordings."""

import pytest

from tests.extract.sentence_facts import stated, things


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("坚持以习近平新时代中国特色社会主义思想为指导。", "习近平新时代中国特色社会主义思想"),
        ("深入贯彻习近平总书记考察云南重要讲话精神。", "习近平总书记考察云南重要讲话精神"),
        (
            "落实习近平总书记对贵州工作的重要讲话和重要指示批示精神。",
            "习近平总书记对贵州工作的重要讲话和重要指示批示精神",
        ),
        ("牢记习近平总书记殷殷嘱托。", "习近平总书记殷殷嘱托"),
        ("全面贯彻党的二十大和二十届历次全会精神。", "党的二十大和二十届历次全会精神"),
        ("贯彻中央农村工作会议精神。", "中央农村工作会议精神"),
        ("扎实开展党纪学习教育。", "党纪学习教育"),
        ("推动全面从严治党向纵深发展。", "全面从严治党"),
        ("落实省委书记张山河调研云岭县指示要求。", "省委书记张山河调研云岭县指示要求"),
    ],
)
def test_doctrine_is_found_by_its_wording(text: str, expected: str) -> None:
    assert expected in {name for _, name in things(text)}


def test_meetings_that_share_their_name_are_composed() -> None:
    found = {name for _, name in things("贯彻中央、省委农村工作会议精神。")}
    assert {"中央农村工作会议精神", "省委农村工作会议精神"} <= found


def test_the_person_is_found_beside_the_doctrine() -> None:
    found = things("贯彻习近平总书记视察云南重要讲话精神。")
    assert ("Official", "习近平") in found
    assert ("Framework", "习近平总书记视察云南重要讲话精神") in found


def test_a_date_given_by_a_congress_is_no_doctrine() -> None:
    assert not things("党的二十大以来，经济总量连上台阶。")


def test_party_meetings_are_heeded() -> None:
    found = things("按照自治区党委八届十二次全会部署，落实省委九届历次全会精神。")
    assert ("Framework", "自治区党委八届十二次全会") in found
    assert ("Framework", "省委九届历次全会精神") in found


def test_doctrine_that_is_used_to_lead_is_heeded() -> None:
    found = stated("坚持不懈用习近平新时代中国特色社会主义思想凝心铸魂。")
    assert ("U", "alignsWith", "习近平新时代中国特色社会主义思想") in found


def test_several_plenums_share_one_spirit() -> None:
    text = "全面贯彻党的二十大和二十届二中、三中全会精神。"
    assert ("Framework", "党的二十大和二十届二中、三中全会精神") in things(text)
