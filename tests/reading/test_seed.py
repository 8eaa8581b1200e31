"""The seed: ten speeches of a newspaper page, checked against the page."""

from __future__ import annotations

from datetime import date

from kg.reading import read_file
from kg.records import Document
from tests.reading.checks import SEED, quote

EXPECTED = [
    ("市文化旅游委", "石强", ["市文化旅游委党委书记"]),
    ("两江新区", "罗蔺", ["市委常委", "两江新区党工委书记"]),
    ("九龙坡区", "覃昌德", ["九龙坡区委书记"]),
    ("綦江区", "尹国喜", ["綦江区委书记"]),
    ("荣昌区", "高洪波", ["荣昌区委书记"]),
    ("丰都县", "张国忠", ["丰都县委书记"]),
    ("忠县", "李电", ["忠县县委书记"]),
    ("石柱县", "张华", ["石柱县委书记"]),
    ("市委金融办", "周和华", ["市委金融办副主任", "市委金融工委副书记"]),
    ("市人力社保局", "谢礼国", ["市人力社保局党组书记", "市人力社保局局长"]),
]
HEADLINES = [
    "激活文旅新引擎 跑出发展加速度 助推全市经济高质量发展",
    "强化项目引领 夯实产业支撑 全力推动经济高质量发展",
    "拓展主战场 做强主力军 激活主引擎 推动工业经济跑出扩量提质新速度",
    "突出“链”上发力 推动工业高质量发展跑出加速度",
    "精准落子消费 促进市场产业民生满盘皆活",
    "发展为要 项目为王 奋力推动经济社会高质量发展",
    "干字当头 唯实争先 加快探索跨越式高质量发展新路子",
    "融入“六区一高地”扛起小县大担当 奋力夺取一季度“开门红”",
    "深化实施“智融惠畅”工程 以高质量金融服务助推经济高质量发展",
    "民生为大 就业优先 奋力跑出高质量充分就业“加速度”",
]


def seed() -> Document:
    (path,) = SEED.glob("*.txt")
    return read_file(path)


def test_who_speaks_for_whom() -> None:
    found = [
        (s.unit, s.official.name, [p.title for p in s.official.posts])
        for s in seed().speeches
        if s.official is not None
    ]
    assert found == EXPECTED


def test_the_units_of_the_posts() -> None:
    posts = [post for s in seed().speeches if s.official for post in s.official.posts]
    units = {post.title: post.unit for post in posts}
    assert units["市委常委"] == "市委"
    assert units["忠县县委书记"] == "忠县"
    assert units["石柱县委书记"] == "石柱县"
    assert units["市委金融工委副书记"] == "市委金融工委"
    assert units["市人力社保局局长"] == "市人力社保局"


def test_headlines() -> None:
    assert [speech.headline for speech in seed().speeches] == HEADLINES


def test_the_meeting() -> None:
    document = seed()
    meeting = document.meeting
    assert meeting is not None
    assert meeting.name == "重庆市委区县委书记和部门一把手例会"
    assert meeting.held_on == date(2025, 4, 24)
    assert meeting.notice is not None
    notice = quote(document.speeches[0], meeting.notice)
    assert notice.startswith("4月24日，市委召开区县委书记和部门一把手例会。")
    assert notice.endswith("以下为发言摘登。")
    for speech in document.speeches:
        assert (speech.meeting, speech.region) == (meeting, "重庆市")
        assert speech.spoken_on == date(2025, 4, 24)


def test_what_is_set_aside() -> None:
    document = seed()
    raw = document.file.raw
    assert {item.reason: raw[item.span.start : item.span.end] for item in document.set_aside} == {
        "page remnant": "核心\n提示【 】",
        "page title": "全力以赴打赢二季度“攻坚战”\n——重庆市区县委书记和部门一把手例会发言摘登",
    }


def test_every_speech_has_an_opening_and_three_sections() -> None:
    for speech in seed().speeches:
        paragraphs = speech.text.characters[speech.body_start :].split("\n")
        assert [paragraph[:2] for paragraph in paragraphs[1:]] == ["一、", "二、", "三、"]


def test_cut_words_and_numbers_are_whole_again() -> None:
    texts = {speech.unit: speech.text.characters for speech in seed().speeches}
    assert (
        "带动2个主导产业、4个优势产业、8个特色产业产值分别增长4.9%、25.8%、10.8%。"
        in (texts["九龙坡区"])
    )
    assert "机制，技能培训与产业匹配度提高24.8%。" in texts["市人力社保局"]
    assert "周边区域接待游客57.93万人次、同比增长211.62%。" in texts["市文化旅游委"]
    assert "问界新M9、M8等新产品" in texts["两江新区"]
