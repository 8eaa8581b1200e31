from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.heads import strip_quotes
from kg.extract.mentions import find_mentions
from kg.extract.relations import find_relations
from kg.extract.sentences import sentences
from kg.records import Mention
from tests.extract.helpers import speech_of
from tests.extract.sentence_facts import mentions_in

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
_PIECES = st.sampled_from(
    [
        *(
            "实施",
            "引进",
            "打造",
            "“双百双新”",
            "“",
            "”",
            "工程",
            "、",
            "，",
            "。",
            "和",
            "等",
            "企业",
        ),
        *("项目", "3个", "的", "云岭", "铝业", "产业园", "入选", "国家级绿色工厂", "《云山方案》"),
        *(
            "（一期）",
            "举办",
            "第三届",
            "茶文化节",
            "发展",
            "低空经济",
            "綦江",
            "以",
            "为抓手",
            "没有",
            "\n",
        ),
    ]
)


def in_order(name: str, text: str) -> bool:
    """Whether the characters of `name` stand in `text` in their order."""
    rest = iter(text)
    return all(char in rest for char in name)


def assert_sound(text: str, mentions: tuple[Mention, ...]) -> None:
    """Spans lie in the text, do not overlap, and hold the name unless it was composed."""
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        shown = strip_quotes(text[mention.start : mention.end]).replace(" ", "")
        name = mention.name.replace(" ", "")
        # A name that words between its parts were left out of is in the text all the same.
        assert name and (shown in name or in_order(name, shown))


@given(st.lists(_PIECES, max_size=14).map("".join))
@settings(max_examples=200, deadline=None)
def test_mentions_of_any_text_are_sound(text: str) -> None:
    assert_sound(text, mentions_in(text))


@given(st.lists(_PIECES, max_size=14).map("".join))
@settings(max_examples=100, deadline=None)
def test_relations_join_mentions_and_never_a_thing_with_itself(text: str) -> None:
    speech = speech_of(text, unit="云山区")
    cut = sentences(speech.text)
    mentions = find_mentions(speech, cut)
    found = find_relations(speech, cut, mentions)
    assert len({(each.subject, each.predicate, each.object) for each in found}) == len(found)
    for each in found:
        assert each.object in mentions
        assert each.subject is None or each.subject in mentions
        assert each.subject is None or each.subject.name != each.object.name
        assert each.start <= each.object.start < each.object.end <= each.end


def test_two_readings_of_one_speech_are_the_same() -> None:
    text = "深入实施“智融惠通”工程，支持云岭铝、恒翎等企业建设轻合金产业大脑。"
    assert mentions_in(text) == mentions_in(text)


def test_overlapping_names_leave_one() -> None:
    names = [mention.name for mention in mentions_in("举办2025重庆国际旅行商大会。")]
    assert names == ["2025重庆国际旅行商大会"]


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
def test_mentions_of_whole_reports_are_sound() -> None:
    for path in sorted(CORPUS.glob("*.txt"))[:4]:
        text = path.read_text(encoding="utf-8")
        speech = speech_of(text, unit=path.stem[5:], region=path.stem[5:])
        mentions = find_mentions(speech, sentences(speech.text))
        assert_sound(text, mentions)
        assert len(mentions) > 200
        assert all(len(mention.name) <= 45 for mention in mentions)
