"""Names become comparable and become IRI segments that no parser trips over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.terms import ID, path_of, resource
from kg.records import EntityClass
from kg.resolve.names import enterprise_key, entity_id, key, slug

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("六区一高地", "六区一高地"),
        ("“满天星”行动", "满天星行动"),
        ("《行动方案（2023—2027年）》", "行动方案2023-2027年"),
        ("5：1", "5-1"),
        ("51", "51"),
        ("PM２.５", "PM2.5"),
        ("买买提·艾力", "买买提·艾力"),
        ("C919大飞机", "C919大飞机"),
        ("a/b?c#d", "abcd"),
        ("3.15", "3.15"),
        ("...", "-ab5df625bc76"),
    ],
)
def test_a_slug_keeps_letters_digits_and_what_tells_numbers_apart(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(texts)
def test_a_slug_is_a_short_iri_segment_that_needs_no_escape(name: str) -> None:
    made = slug(name)
    assert 0 < len(made) <= 93
    assert "/" not in made
    iri = resource(f"place/{made}").value
    assert iri == f"{ID}place/{made}"
    assert path_of(iri) == f"place/{made}"


@given(texts)
def test_a_slug_is_made_once(name: str) -> None:
    made = slug(name)
    assert len(made) > 80 or slug(made) == made


def test_long_names_that_begin_alike_stay_apart() -> None:
    one, other = "长" * 100 + "甲", "长" * 100 + "乙"
    assert slug(one) != slug(other)
    assert slug(one).startswith("长" * 80 + "-")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“智融惠畅”工程", "智融惠畅工程"),
        ("ＡＩ＋行动", "AI+行动"),
        ("Ai+行动", "AI+行动"),
        ("《意见》", "意见"),
        ("山水·城", "山水·城"),
    ],
)
def test_quotes_width_and_case_do_not_make_another_name(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_nor_do_they_in_a_long_name() -> None:
    title = "关于进一步推动高质量发展的若干政策措施" * 5
    assert key(f"《{title}》") == key(title)


@pytest.mark.parametrize(
    ("one", "other"),
    [("5：1", "51"), ("1.5", "15"), ("3+2", "32"), ("工程", "行动"), ("100%", "100")],
)
def test_what_changes_the_meaning_makes_another_name(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    "name",
    [
        "大河机械",
        "大河机械有限公司",
        "大河机械有限责任公司",
        "大河机械股份有限公司",
        "大河机械集团有限公司",
        "大河机械公司",
    ],
)
def test_the_legal_form_does_not_make_another_enterprise(name: str) -> None:
    assert enterprise_key(name) == "大河机械"


@pytest.mark.parametrize("name", ["大河机械集团", "大河机械分公司", "大河银行"])
def test_but_a_group_a_branch_and_a_bank_are_their_own(name: str) -> None:
    assert enterprise_key(name) == name


def test_an_id_says_the_group_and_the_name() -> None:
    assert entity_id(EntityClass.INITIATIVE, "“33618”") == "initiative/33618"
    assert entity_id(EntityClass.UNIT, "綦江区") == "unit/綦江区"
