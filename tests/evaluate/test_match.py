import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.claims import RelationClaim
from kg.evaluate.match import dice, fold, pair, same_indicator, same_name, same_relation

NAMES = st.text(alphabet="东山港口钢铁行动计划“”（）·Aa１1 ", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“千企技改”工程", "千企技改工程"),
        ("《东山港条例》", "东山港条例"),
        ("ＡＩ＋制造", "AI+制造"),
        ("东山·渔家", "东山渔家"),
        ("东山（西区）", "东山(西区)"),
    ],
)
def test_quotes_punctuation_width_and_case_make_no_difference(one: str, other: str) -> None:
    assert same_name([one], [other]) == 1.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # bigrams 4 and 5, 4 of them shared: 8/9
        ("千企技改行", "千企技改行动", True),
        # 2 and 5 shared 2: 4/7
        ("东山港", "东山港口铁路", False),
        # 1 and 2 shared 1: 2/3 falls just short of 0.67
        ("东山", "东山省", False),
        ("东山港", "西山港", False),
        ("港", "港", True),
        ("港", "东山港", False),
    ],
)
def test_names_are_the_same_from_dice_067(one: str, other: str, same: bool) -> None:
    assert (same_name([one], [other]) > 0) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("工业增加值", "规上工业增加值", True),
        ("产值", "新能源汽车产业集群总产值", True),  # one holds the other
        ("固定资产投资", "工业投资", False),  # 5 and 3 share 1: 2/8
        ("签约项目总投资", "项目投资", True),  # 6 and 3 share 2: 4/9
        ("粮食产量", "游客人次", False),
    ],
)
def test_indicators_overlap_from_dice_034_or_when_one_holds_the_other(
    one: str, other: str, same: bool
) -> None:
    assert (same_indicator([one], [other]) > 0) is same


def test_any_of_several_names_will_do() -> None:
    assert same_name(["东山市农业农村局", "市农业局"], ["市农业局"]) == 1.0
    assert same_indicator(["固投", "固定资产投资"], ["固定资产投资额"]) > 0


def test_a_missing_name_is_like_nothing() -> None:
    assert same_indicator([""], ["产值"]) == same_indicator([""], [""]) == 0
    assert same_name([""], [""]) == same_name([], ["东山港"]) == 0


def test_a_relation_needs_family_subject_and_object() -> None:
    one = RelationClaim("carries", ("U", "东山县"), ("千企技改行动",), "")
    assert same_relation(one, RelationClaim("carries", ("东山县",), ("“千企技改”行动",), "")) > 0
    assert same_relation(one, RelationClaim("aligns", ("东山县",), ("千企技改行动",), "")) == 0
    assert same_relation(one, RelationClaim("carries", ("西山县",), ("千企技改行动",), "")) == 0
    assert same_relation(one, RelationClaim("carries", ("U",), ("满城花开行动",), "")) == 0


def test_pairs_are_as_many_as_can_be_rather_than_greedy() -> None:
    # 0 fits both and 1 only the first: taking the best pair first would leave 1 without any.
    likeness = {(0, 0): 1.0, (0, 1): 0.7, (1, 0): 0.7}
    assert pair([0, 1], [0, 1], lambda i, j: likeness.get((i, j), 0.0)) == ((0, 1), (1, 0))


def test_among_equally_many_pairs_the_most_alike_are_taken() -> None:
    likeness = {(0, 0): 1.0, (0, 1): 0.9, (1, 0): 0.9, (1, 1): 1.0}
    assert pair([0, 1], [0, 1], lambda i, j: likeness[i, j]) == ((0, 0), (1, 1))


def test_nothing_pairs_with_nothing() -> None:
    assert pair([], ["东山港"], lambda a, b: 1.0) == ()


@given(st.integers(0, 7), st.integers(0, 7), st.data())
def test_pairing_is_one_to_one_and_of_the_greatest_size(
    rows: int, columns: int, data: st.DataObject
) -> None:
    cells = [(i, j) for i in range(rows) for j in range(columns)]
    fits = {cell: data.draw(st.sampled_from([0.0, 0.67, 1.0])) for cell in cells}
    pairs = pair(range(rows), range(columns), lambda i, j: fits[i, j])
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(fits[cell] > 0 for cell in pairs)
    graph = nx.Graph([(("left", i), ("right", j)) for (i, j), fit in fits.items() if fit > 0])
    tops = {node for node in graph if node[0] == "left"}
    assert len(pairs) == len(nx.bipartite.maximum_matching(graph, tops)) // 2


@given(NAMES, NAMES)
def test_likeness_is_symmetric_and_between_0_and_1(one: str, other: str) -> None:
    assert dice(fold(one), fold(other)) == dice(fold(other), fold(one))
    assert 0.0 <= dice(fold(one), fold(other)) <= 1.0
    assert same_name([one], [one]) == 1.0


@given(NAMES)
def test_folding_twice_changes_nothing_and_never_empties_a_name(name: str) -> None:
    assert fold(fold(name)) == fold(name) != ""
