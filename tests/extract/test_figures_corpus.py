"""What must hold on real texts: the seed, and the work reports where they are present."""

from datetime import date
from pathlib import Path

import pytest

from kg.extract.figures import extract_figures
from kg.extract.numerals import magnitude_factor
from kg.extract.sentences import sentences
from kg.reading import read_file
from kg.records import Kind, Speech
from tests.extract.helpers import speech_of

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_9a077f0b941a7940.txt"
REPORTS = sorted((ROOT / "../shared/corpus").glob("*.txt"))


def speeches(path: Path) -> list[Speech]:
    if path == SEED:
        return list(read_file(path).speeches)
    return [speech_of(path.read_text(encoding="utf-8"), spoken_on=date(2026, 1, 28))]


@pytest.mark.parametrize("path", [SEED, *REPORTS], ids=lambda path: path.stem)
def test_no_numeral_is_left_unexplained(path: Path) -> None:
    for speech in speeches(path):
        numerals = extract_figures(speech, sentences(speech.text), ())[1]
        text = speech.text.characters
        left = [one for one in numerals if one.reason == "unexplained"]
        assert [text[max(0, one.start - 12) : one.end + 12] for one in left] == []


@pytest.mark.parametrize("path", [SEED, *REPORTS], ids=lambda path: path.stem)
def test_figures_stand_in_their_sentences(path: Path) -> None:
    for speech in speeches(path):
        cut = sentences(speech.text)
        spans = {(sentence.start, sentence.end) for sentence in cut}
        for one in extract_figures(speech, cut, ())[0]:
            assert (one.sentence_start, one.sentence_end) in spans
            assert one.sentence_start <= one.start < one.end <= one.sentence_end
            assert one.indicator == one.indicator.strip("，、。；： ")
            assert one.kind in (Kind.GROWTH, Kind.POINT_CHANGE) or one.amount >= 0


def test_the_seed_states_its_figures() -> None:
    found = {
        (speech.unit, one.indicator, one.kind.value, str(one.value), one.unit_text)
        for speech in speeches(SEED)
        for one in extract_figures(speech, sentences(speech.text), ())[0]
    }
    for figure in (
        ("市文化旅游委", "旅游总花费", "Growth", "14.7", "%"),
        ("两江新区", "新能源汽车产值", "Level", "218.1", "亿元"),
        ("九龙坡区", "特色产业产值", "Growth", "10.8", "%"),
        ("九龙坡区", "规上工业企业", "Share", "40", "%"),
        ("綦江区", "报件量", "Growth", "-20", "%"),
        ("荣昌区", "文体娱营业收入", "Growth", "17.9", "%"),
        ("丰都县", "带动就业", "Level", "8.84", "万人"),
        ("忠县", "城镇调查失业率", "Level", "5.4", "%"),
        ("石柱县", "工业投资", "Rank", "6", ""),
        ("石柱县", "国企", "Level", "23", "户"),
        ("市委金融办", "人民币贷款余额", "Growth", "7.9", "%"),
        ("市人力社保局", "城镇新增就业人数", "Growth", "4.4", "%"),
    ):
        assert figure in found


def test_extraction_is_a_pure_function_of_the_speech() -> None:
    speech = speeches(SEED)[0]
    cut = sentences(speech.text)
    assert extract_figures(speech, cut, ()) == extract_figures(speech, cut, ())


def test_amounts_of_the_seed_follow_from_value_and_unit() -> None:
    for speech in speeches(SEED):
        for one in extract_figures(speech, sentences(speech.text), ())[0]:
            magnitude = one.unit_text[: len(one.unit_text) - len(one.base_unit)]
            if one.unit_text.endswith(one.base_unit) and one.base_unit:
                assert one.amount == one.value * magnitude_factor(magnitude)
