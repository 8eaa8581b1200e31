"""Lets matplotlib show Chinese; matplotlib comes with `pip install fayan[notebook]`."""

from __future__ import annotations

from kg.errors import FayanError

# Families with all common Chinese characters, of Linux, macOS and Windows.
FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans CJK JP",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "Arial Unicode MS",
    "Microsoft YaHei",
    "SimHei",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Songti SC",
    "SimSun",
)


def use_chinese_font() -> str:
    """Sets matplotlib's font to the first of `FAMILIES` that is installed, and names it.

    Raises FayanError saying what to install where none is.
    """
    import matplotlib
    from matplotlib import font_manager

    installed = {font.name for font in font_manager.fontManager.ttflist}
    for family in FAMILIES:
        if family in installed:
            matplotlib.rcParams["font.family"] = [family, "DejaVu Sans"]
            # Few of these fonts have the minus sign of mathematics.
            matplotlib.rcParams["axes.unicode_minus"] = False
            return family
    raise FayanError(
        "no Chinese font is installed, plots would show boxes: install Noto Sans CJK "
        "(Debian and Ubuntu: apt install fonts-noto-cjk; macOS: brew install --cask "
        "font-noto-sans-cjk-sc), then remove matplotlib's font cache"
    )
