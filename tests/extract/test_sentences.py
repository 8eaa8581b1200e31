"""Sentences cover the text, and none is longer than a person writes."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.sentences import sentences
from kg.records import Text

TEXTS = st.text(alphabet="甲乙，；。！\n ”“3", max_size=3000)


def text_of(characters: str) -> Text:
    return Text(characters, tuple(range(len(characters))))


@given(TEXTS | st.builds(lambda unit, times: unit * times, TEXTS, st.integers(1, 40)))
def test_sentences_cover_all_but_layout(characters: str) -> None:
    cut = sentences(text_of(characters))
    for one in cut:
        assert characters[one.start : one.end] == one.text
        assert len(one.text) <= 1000
    covered = "".join(one.text for one in cut)
    assert [c for c in covered if c in "甲乙3"] == [c for c in characters if c in "甲乙3"]


def test_a_sentence_ends_with_its_stop_and_closing_quote() -> None:
    cut = sentences(text_of("他说：“好。”另一句！\n标题 两截"))
    assert [one.text for one in cut] == ["他说：“好。”", "另一句！", "标题 两截"]


def test_a_run_without_a_stop_is_cut_behind_a_clause() -> None:
    cut = sentences(text_of("引进企业，" * 300))
    assert len(cut) == 2
    assert all(one.text.endswith("，") for one in cut)


def test_straight_quotation_marks_are_read_as_curly_ones() -> None:
    [one] = sentences(text_of('抓住"两重""两新"机遇，3"管道。'))
    assert one.text == '抓住“两重”“两新”机遇，3"管道。'


def test_the_dateline_of_a_paper_stands_by_itself() -> None:
    for dateline in (
        "云溪日报讯（记者王某、通讯员李某）",
        "新华社武汉1月4日电（记者王某）",
        "某某网消息：",
    ):
        cut = sentences(text_of(f"{dateline}1月4日，县长唐军作报告。"))
        assert [one.text for one in cut] == [dateline, "1月4日，县长唐军作报告。"]


def test_a_bracket_behind_news_or_power_is_no_dateline() -> None:
    for text in (
        "打好消息（舆情）管理攻坚战。",
        "外送火电（绿电）增长5%。",
        "发布通讯（第三期）。",
    ):
        assert [one.text for one in sentences(text_of(text))] == [text]
