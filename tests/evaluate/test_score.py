from pathlib import Path

import pytest

from kg.errors import FayanError
from kg.evaluate.gold import read_gold
from kg.evaluate.score import Evaluation, Measure, Outcome, agreement, evaluate
from kg.rdf.contents import Contents
from tests.evaluate.made_up import edge, figure, gold, graph, node, quote

ANNOTATED = sorted((Path(__file__).parents[1] / "gold").glob("*.tsv"))
HARBOUR = node("Place", "东山港", quote(100))
STEEL = node("Enterprise", "东山钢铁", quote(100))
PLAN = node("Programme", "千企技改行动", quote(500), group="Initiative")


def scored(folder: Path, lines: str, contents: Contents, measure: Measure) -> Outcome:
    return evaluate(contents, gold(folder, "D|东山县\n" + lines)).total(measure)


def counts(outcome: Outcome) -> tuple[int, int, int]:
    return len(outcome.found), len(outcome.missed), len(outcome.wrong)


def test_precision_recall_and_f1_of_figures(tmp_path: Path) -> None:
    contents = graph(
        figures=(
            figure("工业产值", "1.5", "亿元", quote(0)),
            figure("工业产值", "8", "%", quote(0), kind="Growth"),
            figure("游客", "3", "万人次", quote(50)),
        )
    )
    lines = (
        "O|规上工业产值|level|=|15000|万元|\n"  # the same amount in another unit
        "O|规上工业产值|growth|=|-8|%|\n"  # fell, not grew
        "O|接待游客|level|>=|3|万人次|\n"
        "O|粮食产量|level|=|3|万吨|\n"
    )
    outcome = scored(tmp_path, lines, contents, Measure.OBSERVATIONS)
    assert counts(outcome) == (2, 2, 1)
    assert outcome.precision == pytest.approx(2 / 3)
    assert outcome.recall == pytest.approx(2 / 4)
    assert outcome.f1 == pytest.approx(4 / 7)


def test_a_figure_stated_twice_must_be_found_twice(tmp_path: Path) -> None:
    contents = graph(figures=(figure("产值", "1", "亿元", quote(0)),))
    lines = 2 * "O|产值|level|=|1|亿元|\n"
    assert counts(scored(tmp_path, lines, contents, Measure.OBSERVATIONS)) == (1, 1, 0)


def test_level_and_share_are_one_kind_and_rank_is_another(tmp_path: Path) -> None:
    contents = graph(
        figures=(
            figure("高技术产业占比", "40", "%", quote(0)),
            figure("产业排名", "4", "", quote(0)),
        )
    )
    lines = "O|高技术产业占比|share|=|40|%|\nO|产业排名|rank|=|4||\n"
    assert counts(scored(tmp_path, lines, contents, Measure.OBSERVATIONS)) == (1, 1, 1)


def test_a_thing_of_the_wrong_group_counts_by_name_only(tmp_path: Path) -> None:
    lines = "E|project|东山港\nE|enterprise|“东山”钢铁\n"
    contents = graph(HARBOUR, STEEL)
    assert counts(scored(tmp_path, lines, contents, Measure.ENTITIES)) == (2, 0, 0)
    assert counts(scored(tmp_path, lines, contents, Measure.GROUPED)) == (1, 1, 1)


def test_a_thing_matches_by_another_label(tmp_path: Path) -> None:
    plan = node(
        "Policy", "东山县千家企业技术改造方案", quote(9), group="Initiative", alt=("千企方案",)
    )
    lines = "E|initiative|千企方案\n"
    assert counts(scored(tmp_path, lines, graph(plan), Measure.ENTITIES)) == (1, 0, 0)


def test_optional_things_are_neither_missed_nor_wrong(tmp_path: Path) -> None:
    lines = "E|?place|东山港\nE|?project|东山隧道\nE|?place|东山钢铁\n"
    contents = graph(HARBOUR, STEEL)
    for measure in (Measure.ENTITIES, Measure.GROUPED):
        assert counts(scored(tmp_path, lines, contents, measure)) == (0, 0, 0)


def test_relations_of_optional_things_are_neither_missed_nor_wrong(tmp_path: Path) -> None:
    unit = graph().nodes[0]
    contents = graph(
        HARBOUR,
        STEEL,
        PLAN,
        edges=(
            edge(unit, "creates", HARBOUR, quote(100)),
            edge(unit, "implements", PLAN, quote(500)),
            edge(unit, "advances", STEEL, quote(100)),
        ),
    )
    lines = (
        "E|?place|东山港\nE|initiative|千企技改行动\nE|enterprise|东山钢铁\nE|?project|东山隧道\n"
        "R|U|carries|千企技改行动\nR|U|partners|东山钢铁\nR|U|carries|东山隧道\n"
    )
    outcome = scored(tmp_path, lines, contents, Measure.RELATIONS)
    assert [each for each, _ in outcome.found] == ["U carries 千企技改行动"]
    assert outcome.missed == ("U partners 东山钢铁",)
    assert outcome.wrong == ("东山县 carries 东山钢铁 (advances)",)


def test_units_and_officials_are_scored_apart(tmp_path: Path) -> None:
    contents = graph(
        node("District", "南山县", quote(5), group="Unit"),
        node("Official", "赵强", quote(5)),
        HARBOUR,
    )
    lines = "E|unit|东山县\nE|unit|北山县\nE|official|李明\nE|place|东山港\n"
    assert counts(scored(tmp_path, lines, contents, Measure.UNITS)) == (1, 1, 1)
    assert counts(scored(tmp_path, lines, contents, Measure.OFFICIALS)) == (1, 0, 1)
    assert counts(scored(tmp_path, lines, contents, Measure.ENTITIES)) == (1, 0, 0)


def test_the_speaking_unit_is_not_held_against_a_reader_who_left_it_out(tmp_path: Path) -> None:
    assert counts(scored(tmp_path, "", graph(), Measure.UNITS)) == (0, 0, 0)


def test_facts_of_one_passage_do_not_help_another(tmp_path: Path) -> None:
    passages = gold(tmp_path, "D|东山县\nD|西山县\nE|place|东山港\n")
    evaluation = evaluate(graph(HARBOUR), passages)
    east, west = evaluation.passages
    assert counts(east.outcomes[Measure.ENTITIES]) == (0, 0, 1)
    assert counts(west.outcomes[Measure.ENTITIES]) == (0, 1, 0)


def test_nothing_stated_and_nothing_said_is_no_fault() -> None:
    empty = Evaluation(()).total(Measure.RELATIONS)
    assert (empty.precision, empty.recall, empty.f1) == (1.0, 1.0, 1.0)


READER_A = (
    "D|东山县\nO|产值|level|=|1|亿元|\nE|place|东山港\nE|?enterprise|东山钢铁\n"
    "E|project|东山隧道\nR|U|carries|东山港\nR|U|partners|东山钢铁\nR|U|carries|东山隧道\n"
)
READER_B = (
    "D|东山县\nO|总产值|level|=|10000|万元|\nO|产量|level|=|2|吨|\nE|place|东山港口\n"
    "E|enterprise|东山钢铁\nR|东山县|carries|东山港口\nR|U|aligns|东山港口\n"
)


def test_agreement_of_two_readers(tmp_path: Path) -> None:
    result = agreement(gold(tmp_path, READER_A, "a.tsv"), gold(tmp_path, READER_B, "b.tsv"))
    assert counts(result.total(Measure.OBSERVATIONS)) == (1, 0, 1)
    assert counts(result.total(Measure.ENTITIES)) == (1, 1, 0)
    assert counts(result.total(Measure.RELATIONS)) == (1, 1, 1)


def test_swapping_the_readers_swaps_precision_and_recall(tmp_path: Path) -> None:
    a, b = gold(tmp_path, READER_A, "a.tsv"), gold(tmp_path, READER_B, "b.tsv")
    there, back = agreement(a, b), agreement(b, a)
    for measure in Measure:
        assert there.total(measure).precision == back.total(measure).recall
        assert there.total(measure).f1 == back.total(measure).f1


def test_readers_of_different_passages_cannot_be_compared(tmp_path: Path) -> None:
    a, b = gold(tmp_path, "D|东山县\n", "a.tsv"), gold(tmp_path, "D|西山县\n", "b.tsv")
    with pytest.raises(FayanError, match="东山县, 西山县"):
        agreement(a, b)


@pytest.mark.parametrize("path", ANNOTATED, ids=lambda path: path.stem)
def test_the_annotations_kept_here_are_well_formed_and_agree_with_themselves(path: Path) -> None:
    passages = read_gold(path)
    result = agreement(passages, passages)
    assert passages
    assert all(result.total(measure).f1 == 1.0 for measure in Measure)
