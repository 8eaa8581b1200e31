"""An indicator is named without the speaker and the time that stand before it."""

import pytest

from kg.extract.bare_indicators import bare_indicator


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("余杭区GDP", "GDP"),
        ("余杭区上半年规模工业增加值", "规模工业增加值"),
        ("1至6月完成投资", "投资"),
        ("2024年全市进出口总额", "全市进出口总额"),
        # Names that only begin like the unit, or with a level of it, are names of their own.
        ("余杭区级重点项目", "余杭区级重点项目"),
        ("余杭港吞吐量", "余杭港吞吐量"),
        ("完成投资", "完成投资"),
        ("上半年", "上半年"),
    ],
)
def test_the_speaker_and_the_time_are_cut(name: str, bare: str) -> None:
    assert bare_indicator(name, "余杭区", "杭州市") == bare
