import pytest

from tests.extract.sentence_facts import stated


@pytest.mark.parametrize(
    ("text", "honour"),
    [
        ("3家单位入选国家绿色工厂名单。", "国家绿色工厂名单"),
        ("两个项目入选全国典型案例。", "全国典型案例"),
        ("全县新增国家级绿色工厂3家。", "国家级绿色工厂"),
        ("新创建国家级零碳园区3家。", "国家级零碳园区"),
    ],
)
def test_what_a_number_of_unnamed_things_obtained_the_unit_has(text: str, honour: str) -> None:
    assert stated(text) == {("U", "recognisedAs", honour)}


def test_a_subject_without_a_name_that_nobody_counts_obtains_nothing_for_the_unit() -> None:
    assert not {each for each in stated("该案例入选全国典型案例。") if each[0] == "U"}


def test_what_the_unit_itself_founds_under_a_quoted_name_is_its_own_work() -> None:
    assert stated("成功创建“云水氧谷”。") == {("U", "creates", "云水氧谷")}


def test_an_honour_that_is_only_worked_for_is_not_obtained() -> None:
    assert stated("争创国家级零碳园区。") == {("U", "advances", "国家级零碳园区")}


def test_a_mechanism_whose_name_tells_the_deed_is_carried_and_honoured() -> None:
    found = stated("“探索建立林票流转机制”入选全国改革典型案例。")
    assert found == {
        ("U", "creates", "探索建立林票流转机制"),
        ("探索建立林票流转机制", "recognisedAs", "全国改革典型案例"),
    }


def test_a_title_behind_a_list_is_borne_by_all_of_it() -> None:
    found = stated("新增云水儒艮、云山县清江、云山县碧湖国家重要湿地。")
    assert {(subject, name) for subject, _, name in found} == {
        ("云水儒艮", "国家重要湿地"),
        ("云山县清江", "国家重要湿地"),
        ("云山县碧湖", "国家重要湿地"),
    }


def test_the_subject_is_called_as_the_text_calls_it() -> None:
    found = stated("党建引领万企兴万村获农业农村部典型案例。")
    assert {subject for subject, _, _ in found} == {"党建引领万企兴万村"}
