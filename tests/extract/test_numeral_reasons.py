import pytest

from kg.extract.figures import extract_figures
from kg.extract.sentences import sentences
from kg.records import EntityClass, Mention
from tests.extract.helpers import speech_of


def reasons(text: str, *mentions: Mention) -> dict[str, str]:
    """The reason of each numeral of `text` ("" = a figure)."""
    speech = speech_of(text)
    numerals = extract_figures(speech, sentences(speech.text), mentions)[1]
    return {numeral.text: numeral.reason for numeral in numerals}


@pytest.mark.parametrize(
    ("text", "numeral", "reason"),
    [
        ("2025年工作回顾", "2025", "year"),
        ("4月24日召开会议", "24", "date"),
        ("一季度GDP增长6%", "一", "date"),
        ("前三季度增长6%", "三", "date"),
        ("一、抓项目促投资。", "一", "section number"),
        ("（三）深化改革开放", "三", "section number"),
        ("1.加快发展", "1", "section number"),
        ("四是强化保障。", "四", "enumeration"),
        ("入选第二批国家试点", "二", "ordinal"),
        ("建设9号线二期工程", "9", "ordinal"),
        ("党的二十届四中全会", "二十", "session"),
        ("连续12届获戏剧奖", "12", "session"),
        ("推动十大产业集群建设", "十", "rhetorical count"),
        ("完成“十四五”规划", "十四五", "quoted name"),
        ("开展“四个一批”活动", "四", "quoted name"),
        ("升级“渝味360碗”品牌", "360", "quoted name"),
        ("完善“1+8”开放平台", "1", "quoted name"),
        ("建成5G基站", "5", "model or code"),
        ("推动问界新M9放量", "9", "model or code"),
        ("治理PM2.5污染", "2.5", "model or code"),
        ("落实行动2.0版", "2.0", "version"),
        ("举办2025重庆国际旅行商大会", "2025", "year"),
        ("跻身世界500强", "500", "list of the best"),
        ("评选十佳企业", "十", "list of the best"),
        ("引进亿元以上项目12个", "亿", "size class"),
        ("建设百亿级产业集群", "百亿", "size class"),
        ("守护万里茶道", "万", "round number"),
        ("连续5年获评优秀", "5", "span of time"),
        ("24小时开放", "24", "span of time"),
        ("成立60周年", "60", "anniversary"),
        ("每万人拥有发明专利25件", "万", "part of a word"),
        ("统一部署", "一", "part of a word"),
        ("千方百计稳就业", "千", "part of a word"),
        ("形成一批成果", "一", "indefinite article"),
        ("贯彻中央八项规定精神", "八", "name"),
        ("25%以上坡耕地退耕", "25", "size class"),
        ("海缆用110米口径望远镜", "110", "size in a name"),
        ("扎实推进零碳园区建设", "零", "part of a word"),
        ("又上一个新台阶", "一", "figure of speech"),
        ("新增3岁以下婴幼儿托位200个", "3", "size class"),
        ("把安全放在首位", "首位", "figure of speech"),
    ],
)
def test_a_numeral_that_is_no_figure_has_its_reason(text: str, numeral: str, reason: str) -> None:
    assert reasons(text)[numeral] == reason


def test_a_numeral_in_a_mention_is_part_of_a_name() -> None:
    text = "依托九仓智慧园集聚企业12家。"
    park = Mention(2, 7, "九仓智慧园", EntityClass.PLACE)
    assert reasons(text, park) == {"九": "name", "12": ""}


def test_a_count_that_a_mention_took_along_stays_a_figure() -> None:
    text = "入选产业赋能乡村振兴50个试点名单。"
    named = Mention(2, 16, "产业赋能乡村振兴50个试点名单", EntityClass.RECOGNITION)
    assert reasons(text, named)["50"] == ""


def test_what_a_figure_explains_has_no_reason() -> None:
    assert reasons("签约项目44个、总投资300亿元。") == {"44": "", "300亿": ""}
