import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from kg.extract import boundaries
from kg.extract.boundaries import clauses
from kg.extract.phrases import Phrase, Verb
from kg.extract.sentences import sentences
from kg.records import Text


def phrases(text: str) -> list[Phrase]:
    whole = Text(text, tuple(range(len(text))))
    return [
        part
        for sentence in sentences(whole)
        for clause in clauses(sentence)
        for part in clause.parts
        if isinstance(part, Phrase)
    ]


def outline(text: str) -> list[tuple[str, str, str]]:
    """Each noun phrase with the verb that governs it and the verb that follows it."""
    return [
        (
            phrase.text,
            phrase.verb.text if phrase.verb else "",
            phrase.next.text if phrase.next else "",
        )
        for phrase in phrases(text)
    ]


def test_the_left_boundary_is_the_verb_and_not_the_comma() -> None:
    assert outline("全县上下扎实开展农村人居环境整治提升行动")[-1] == (
        "农村人居环境整治提升行动",
        "开展",
        "",
    )


def test_verbs_inside_names_do_not_cut_them() -> None:
    assert [text for text, _, _ in outline("实施未来产业培育壮大工程")] == ["未来产业培育壮大工程"]
    assert [text for text, _, _ in outline("开展服务民营企业专项行动")] == ["服务民营企业专项行动"]


def test_the_subject_stands_before_its_verb() -> None:
    assert outline("云山水库建成投用") == [("云山水库", "", "建成投用")]


def test_the_members_of_a_list_share_a_group_and_a_marker() -> None:
    first, second = phrases("支持甲申、乙酉等重点企业")
    assert first.group == second.group
    assert first.listed and first.marker_text == "重点企业"


def test_the_verb_before_a_relative_clause_governs_what_follows_it() -> None:
    *described, mechanism = phrases("建立由主要领导主持的早餐会机制")
    assert mechanism.text == "早餐会机制"
    assert mechanism.verb is not None and mechanism.verb.text == "建立"
    assert [phrase.attributive for phrase in described] == [True]


def test_a_superlative_takes_what_stands_before_it_away() -> None:
    assert phrases("建成西部地区最大光伏生产基地")[0].text == "光伏生产基地"


def test_negation_belongs_to_the_verb() -> None:
    text = Text("未开展攻坚行动", tuple(range(7)))
    (clause,) = clauses(sentences(text)[0])
    verbs = [part for part in clause.parts if isinstance(part, Verb)]
    assert verbs[0].negated


def test_places_point_into_the_text() -> None:
    text = "引进云岭汽车等企业，举办第三届茶文化节。"
    for phrase in phrases(text):
        assert text[phrase.start : phrase.end] == phrase.text


WORDS = re.findall(
    r"\S+",
    "、 ， 的 等 等等 和 与 及 并 把 将 在 以 至 所 其 不 未 这些 两大 三大 一批 3 15 个 "
    "2025 年 万吨 全面 持续 深入 加快 实施 推进 建设 打造 培育 引进 入选 获评 开展 投产 为 使 "
    "产业 企业 项目 工程 行动 机制 平台 经济 重点 高质量 西山县 重庆 中国 国家级 首批 增长 "
    "一揽子 欣欣向荣 “云上” 《办法》 （试行）",
)


@given(st.lists(st.sampled_from(WORDS), max_size=14).map("".join))
def test_words_that_need_no_question_are_read_as_if_all_were_asked(text: str) -> None:
    for sentence in sentences(Text(text, tuple(range(len(text))))):
        read = clauses.__wrapped__(sentence)
        with patch.object(boundaries, "_is_plain", return_value=False):
            assert clauses.__wrapped__(sentence) == read
