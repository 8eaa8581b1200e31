from __future__ import annotations

import pytest

from kg.view.pinyin import pinyin


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("九龙坡区", "jiu long po qu"),
        ("重庆市", "chong qing shi"),
        ("长安汽车", "chang an qi che"),
        ("“六区一高地”", "liu qu yi gao di"),
        ("33618体系", "33618 ti xi"),
        ("M8问界", "m8 wen jie"),
        ("绿色工厂", "lv se gong chang"),
        ("33618", ""),
        ("", ""),
    ],
)
def test_names_are_spelled_by_their_syllables(name: str, expected: str) -> None:
    assert pinyin(name) == expected


def test_a_name_of_ten_thousand_characters_is_spelled_at_its_beginning_only() -> None:
    assert len(pinyin("长" * 10_000).split()) == 40


def test_signs_of_markup_never_come_out() -> None:
    assert set(pinyin("\u202e</script>恶\u200f<b>")) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
