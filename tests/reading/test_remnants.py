"""What a page carries besides its text is told from text."""

from __future__ import annotations

import pytest

from kg.reading.remnants import is_link_heading, line_reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("下载", "page navigation"),
        ("【字号：", "page navigation"),
        ("字体：[大 中 小]", "page navigation"),
        ("打印 关闭", "page navigation"),
        ("【打印】【关闭】", "page navigation"),
        ("首页 > 政务公开 > 政府工作报告", "page navigation"),
        ("您当前的位置：首页 > 新闻", "page navigation"),
        ("来源：解放日报", "source line"),
        ("发布时间：2024-02-05 来源：成都日报 浏览：35", "source line"),
        ("2026-01-31 07:00:44", "source line"),
        ("编辑：何小红", "imprint"),
        ("责任编辑 王小明 美编 李四 版式 张三", "imprint"),
        ("（来源：青海日报）", "imprint"),
        ("（宁波日报记者 张晓 整理）", "imprint"),
        ("本报记者 张晓", "imprint"),
        ("殷勇同志作政府工作报告。本报记者 戴明摄", "photo caption"),
        ("图为企业生产车间。", "photo caption"),
        ("重庆日报 2025年4月25日 星期五", "masthead"),
        ("第03版", "masthead"),
        ("03版 要闻", "masthead"),
        ("总第1024期", "masthead"),
        ("CHONGQING DAILY", "masthead"),
        ("— 12 —", "page number"),
        ("核心", "page remnant"),
        ("提示【 】", "page remnant"),
        ("（下转第3版）", "page remnant"),
    ],
)
def test_remnants(line: str, reason: str) -> None:
    assert line_reason(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "各位代表：",
        "突出“链”上发力",
        "一、2025年工作回顾",
        "生态底色更加亮丽。",
        "总投资412.5亿元。",
        "拍摄影视作品20部，开展旅游宣传",
        "激活文旅新引擎 跑出发展加速度",
        "2026年成都市政府工作报告",
        "（一）产业建圈强链",
        "——经济运行稳中有进。",
        "时间紧、任务重，必须全力以赴。",
        "承办全国性赛事20场，吸引游客30万人次。",
        "园区第3期工程开工，完成投资20亿元。",
        "整理土地20亩（其中耕地5亩）",
        "35个项目",
        "访问企业35家，解决难题20个。",
    ],
)
def test_text_is_no_remnant(line: str) -> None:
    assert line_reason(line) == ""


def test_headings_of_links() -> None:
    assert is_link_heading("相关报道：")
    assert not is_link_heading("相关报道显示，项目进展顺利。")
