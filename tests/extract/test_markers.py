import pytest

from kg.extract.cutting import cut
from kg.extract.markers import class_of, composes
from kg.records import EntityClass


@pytest.mark.parametrize(
    ("marker", "cls"),
    [
        ("重点企业", EntityClass.ENTERPRISE),
        ("央企国企", EntityClass.ENTERPRISE),
        ("重大项目", EntityClass.PROJECT),
        ("国家政策", EntityClass.POLICY),
        ("领域攻坚突破", EntityClass.INDUSTRY),
        ("国家", None),
        ("群众", None),
    ],
)
def test_the_closing_word_gives_the_class(marker: str, cls: EntityClass | None) -> None:
    assert class_of(cut(marker)) is cls


def test_what_follows_a_foreign_word_says_nothing_of_the_members() -> None:
    assert class_of(cut("青年留渝来渝就业创业行动")) is None


def test_only_some_markers_belong_to_the_members_names() -> None:
    assert "".join(word.text for word in composes(cut("国际合作产业园"))) == "国际合作产业园"
    assert composes(cut("企业")) == ()
