import pytest

from tests.extract.sentence_facts import things


def enterprises(text: str) -> set[str]:
    return {name for cls, name in things(text) if cls == "Enterprise"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("支持云岭铝、恒翎等企业提质。", {"云岭铝", "恒翎"}),
        ("与中建材、中煤等央企国企深度合作。", {"中建材", "中煤"}),
        ("忠岚能源建成石油助剂生产基地。", {"忠岚能源"}),
        ("德岭证券、富澜人寿成功落户。", {"德岭证券", "富澜人寿"}),
        ("瑞竺公司获评国家级绿色工厂。", {"瑞竺公司"}),
        ("煜晟科技、璞越新材等企业扩产。", {"煜晟科技", "璞越新材"}),
        ("引进宁德时代、比亚迪。", {"宁德时代", "比亚迪"}),
        ("组建云山文旅发展集团。", {"云山文旅发展集团"}),
    ],
)
def test_enterprises_are_found(text: str, names: set[str]) -> None:
    assert enterprises(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "支持民营企业、外资企业等企业发展。",
        "新增上市公司10家。",
        "国企改革轻装上阵，央企加码赋能。",
        "培育专精特新企业15家。",
    ],
)
def test_kinds_of_enterprises_are_none(text: str) -> None:
    assert enterprises(text) == set()


def test_what_is_named_after_a_company_is_a_project() -> None:
    assert ("Project", "空客二线") in things("空客二线、启源芯动力等投产增效。")


def test_a_glossed_name_and_what_it_brings() -> None:
    assert things("引进璞思（西南大学）一体化压铸合金材料技术。") == {
        ("Enterprise", "璞思"),
        ("Project", "一体化压铸合金材料技术"),
    }


def test_a_model_is_named_without_its_maker_and_goes_on() -> None:
    found = things("推动比亚迪海豹X3、X5等新产品放量。")
    assert found == {("Enterprise", "比亚迪"), ("Project", "海豹X3"), ("Project", "海豹X5")}


def test_a_list_of_projects_makes_projects_of_companies_things() -> None:
    found = things("实施中石化催化剂、中海油新材料等重点项目。")
    assert {("Project", "中石化催化剂"), ("Project", "中海油新材料")} <= found
    assert {("Enterprise", "中石化"), ("Enterprise", "中海油")} <= found


def test_a_list_of_industries_holds_no_company() -> None:
    assert enterprises("支持云藏医药、绿色算力等特色产业发展。") == set()
