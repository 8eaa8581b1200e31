from decimal import Decimal
from pathlib import Path

import pytest

from kg.errors import FayanError
from kg.evaluate.gold import GoldEntity, GoldFigure, GoldRelation, read_gold
from kg.records import Span


def write(folder: Path, text: str) -> Path:
    path = folder / "gold.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_every_kind_of_line(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "D|东山县\n"
        "O|粮食产量|level|>=|1.5|万吨|全县\n"
        "O|报件量|growth|=|-20|%|\n"
        "O|综合排名|rank|=|4||全市\n"
        "E|enterprise|东山钢铁\n"
        "E|?initiative|一件事\n"
        "R|U|partners|东山钢铁\n",
    )
    (passage,) = read_gold(path)
    assert (passage.docid, passage.file, passage.span) == ("东山县", "", None)
    assert passage.figures == (
        GoldFigure("粮食产量", "level", ">=", Decimal("1.5"), "万吨", "全县"),
        GoldFigure("报件量", "growth", "=", Decimal("-20"), "%", ""),
        GoldFigure("综合排名", "rank", "=", Decimal("4"), "", "全市"),
    )
    assert passage.entities == (
        GoldEntity("enterprise", "东山钢铁", optional=False),
        GoldEntity("initiative", "一件事", optional=True),
    )
    assert passage.relations == (GoldRelation("U", "partners", "东山钢铁"),)


def test_a_docid_may_be_a_span_of_a_file(tmp_path: Path) -> None:
    path = write(tmp_path, "D|2026-东山省.txt#char=120,480\nD|西山县\n")
    first, second = read_gold(path)
    assert (first.file, first.span) == ("2026-东山省.txt", Span(120, 480))
    assert second.span is None


def test_figures_may_repeat_but_things_and_relations_count_once(tmp_path: Path) -> None:
    line = "O|产值|level|=|1|亿元|\n"
    thing, relation = "E|place|东山港\n", "R|U|carries|东山港\n"
    path = write(tmp_path, "D|东山县\n" + 2 * line + 2 * thing + 2 * relation)
    (passage,) = read_gold(path)
    assert [len(passage.figures), len(passage.entities), len(passage.relations)] == [2, 1, 1]


def test_blank_lines_comments_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeff# read by one person\n\nD|东山县\n")
    assert [passage.docid for passage in read_gold(path)] == ["东山县"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("X|东山钢铁", "'X'"),
        ("E|enterprise", "2 columns"),
        ("E|enterprise|东山|钢铁", "4 columns"),
        ("E|enterprise|", "'name' is empty"),
        ("E|company|东山钢铁", "unknown group 'company'"),
        ("R|U|likes|东山钢铁", "unknown family 'likes'"),
        ("O|产值|amount|=|1|亿元|", "unknown kind 'amount'"),
        ("O|产值|level|>|1|亿元|", "unknown comparator '>'"),
        ("O|产值|level|=|一|亿元|", "'一' is not a number"),
        ("O|产值|level|=|NaN|亿元|", "'NaN' is not a number"),
        ("O|产值|level|=|1|亿元", "6 columns"),
        ("D|东山县", "opened twice"),
        ("D|东山.txt#char=9", "neither a unit's name nor FILE#char=START,END"),
        ("D|东山.txt#char=9,9", "holds no text"),
    ],
)
def test_a_malformed_line_is_named_by_file_and_number(
    tmp_path: Path, line: str, complaint: str
) -> None:
    path = write(tmp_path, f"D|东山县\nE|place|东山港\n{line}\n")
    with pytest.raises(FayanError) as caught:
        read_gold(path)
    assert str(caught.value).startswith(f"{path}:3: ")
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_fact_before_the_first_passage_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FayanError, match=r":1: a fact before the first D line"):
        read_gold(write(tmp_path, "E|place|东山港\n"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FayanError, match=r"nowhere\.tsv"):
        read_gold(tmp_path / "nowhere.tsv")


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_bytes("D|东山县\n".encode("gb18030"))
    with pytest.raises(FayanError, match=r"gold\.tsv"):
        read_gold(path)
