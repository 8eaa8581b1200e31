"""Drops the circumstances before what a figure measures: 达产后可, 按现价计算, 这项举措让."""

from __future__ import annotations

import re

from kg.extract.figure_tokens import tokens

_ONCE = re.compile(
    r"^[^，。；、]{0,12}?(?:建成|达产|投产|投用|投运|完成|运营|满产|达效|竣工|通车|实施|落地)(?:以|之)?后"
    r"(?=[^，。；、项])(?:预计|可以?|将|能|每年)*"
)
_FIRST_TO = re.compile(
    r"(?<=..)成为[^，。；、]{0,8}?(?:第[一二三四五六七八九十0-9]+|首|唯一一)[个座家]$"
)
_FOR_ONE = re.compile(r"^每[一个家户趟台辆名位条项座]{0,2}[一-鿿]{2,6}的(?=[一-鿿]{2})")
_DURING = re.compile(r"^[^，。；、]{2,8}(?:期间|假期)(?:共计?|累计|全[市县区省]共?)?(?=[一-鿿]{2})")
_TALK = re.compile(r"^(?:随着|得益于|受益于|据悉|(?:这里|那里|我们|他们|咱们)的?(?=[一-鿿]{2}))，?")
_BY_RULE = re.compile(
    r"^(?:若|如果|如)?按照?[^，。；、]{2,16}(?:计算?|算|折算|测算|统计|口径|估算)(?=$|[，、])"
)
_PIVOTS = ("让", "使", "使得", "令", "将", "把")


def without_circumstances(text: str) -> str:
    """`text` without when, by what rule and through what it came about.

    X成为第三个突破千亿元的地区 is told of X, 每家企业的成本 of 成本, 将路面扩建至9米 of 路面.
    """
    text = _BY_RULE.sub("", _after_pivot(_ONCE.sub("", text)))
    return _DURING.sub("", _FOR_ONE.sub("", _FIRST_TO.sub("", text)))


def without_talk(text: str) -> str:
    """`text` without the words of a speaker before the name (我们企业, 随着收入)."""
    return _TALK.sub("", text)


def _after_pivot(text: str) -> str:
    """What 让 or 将 makes the subject of what follows (将路面; 这项举措让企业成本)."""
    if not any(pivot in text for pivot in _PIVOTS):
        return text
    cut = tokens(text)
    for index in range(len(cut) - 2, -1, -1):
        if cut[index].text in _PIVOTS and cut[index].tag[:1] in "vpd":
            return text[cut[index].end :]
    return text
