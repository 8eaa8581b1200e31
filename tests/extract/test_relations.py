import pytest

from kg.records import Status
from tests.extract.sentence_facts import planned, relations_in, stated


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("紧扣全市“789”目标。", ("U", "alignsWith", "789目标")),
        ("围绕建设“五区一高地”要求推动发展。", ("U", "alignsWith", "五区一高地")),
        ("深入实施“智融惠通”工程。", ("U", "implements", "智融惠通工程")),
        ("打造“云上茶乡”区域公用品牌。", ("U", "creates", "云上茶乡区域公用品牌")),
        ("建立由领导主持的政商早餐机制。", ("U", "creates", "政商早餐机制")),
        ("举办首届綦商大会。", ("U", "hosts", "首届綦商大会")),
        ("出台《云山县入境旅游促进计划》等政策。", ("U", "issues", "云山县入境旅游促进计划")),
        ("推动渝岭高铁开工。", ("U", "advances", "渝岭高铁")),
        ("云岭至海塘铁路加快建设。", ("U", "advances", "云岭至海塘铁路")),
        ("签约云岭光伏等项目12个。", ("U", "signs", "云岭光伏")),
        ("支持云岭铝、恒翎等企业扩产。", ("U", "supports", "恒翎")),
        ("与中建材、中煤等央企深度合作。", ("U", "cooperatesWith", "中煤")),
        ("引进煜晟科技等企业。", ("U", "attracts", "煜晟科技")),
        ("推动宁德时代落地。", ("U", "attracts", "宁德时代")),
        ("德岭证券成功落户。", ("U", "attracts", "德岭证券")),
        ("忠岚能源建成石油助剂生产基地。", ("忠岚能源", "builds", "石油助剂生产基地")),
        ("瑞竺公司获评国家级绿色工厂。", ("瑞竺公司", "recognisedAs", "国家级绿色工厂")),
        ("成功创建国家卫生县城。", ("U", "recognisedAs", "国家卫生县城")),
        ("发展银发经济等新产业。", ("U", "develops", "银发经济")),
        ("以“强镇带村”试点为契机推动融合。", ("U", "implements", "强镇带村试点")),
        ("青岛获批国家服务业扩大开放综合试点城市。",
         ("青岛", "recognisedAs", "国家服务业扩大开放综合试点城市")),
    ],
)  # fmt: skip
def test_the_verb_gives_the_predicate(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in stated(text)


def test_who_is_supported_does_the_rest() -> None:
    found = stated("支持云岭铝、恒翎等企业建设轻合金产业大脑。")
    assert ("U", "supports", "云岭铝") in found
    assert ("云岭铝", "builds", "轻合金产业大脑") in found
    assert ("恒翎", "builds", "轻合金产业大脑") in found


def test_an_honour_without_a_subject_goes_on_with_the_one_before() -> None:
    found = stated("“万企兴万村”获农业农村部典型案例，入选第二批赋能试点名单。")
    assert ("万企兴万村", "recognisedAs", "第二批赋能试点名单") in found


def test_what_is_put_on_the_list_of_a_signing_is_signed() -> None:
    found = stated("万岭场储气库纳入央地合作座谈会集中签约。")
    assert ("U", "signs", "万岭场储气库") in found


def test_a_settled_body_is_in_the_place_where_it_settled() -> None:
    found = stated("国际深空探测学会总部落户合肥。")
    assert ("国际深空探测学会", "locatedIn", "合肥") in found


def test_an_official_leads_the_body_of_the_post() -> None:
    assert ("袁家军", "leads", "市委") in stated("落实市委书记袁家军调研要求。")


def test_products_are_built_by_their_maker_whom_the_unit_supports() -> None:
    assert stated("推动比亚迪海纹X9、X8等新产品抓紧放量。") == {
        ("U", "supports", "比亚迪"),
        ("比亚迪", "builds", "海纹X9"),
        ("比亚迪", "builds", "海纹X8"),
    }


def test_projects_are_paired_with_their_builders_in_order() -> None:
    found = stated("支持云岭铝、恒翎等企业建设轻合金产业大脑、新能源商用车产业大脑。")
    assert ("云岭铝", "builds", "轻合金产业大脑") in found
    assert ("恒翎", "builds", "新能源商用车产业大脑") in found
    assert ("恒翎", "builds", "轻合金产业大脑") not in found


def test_who_settles_with_the_speaker_is_attracted_and_is_there() -> None:
    assert stated("云岭仪表集团落地两江并揭牌。", unit="两江新区") == {
        ("U", "attracts", "云岭仪表集团"),
        ("云岭仪表集团", "locatedIn", "两江新区"),
    }


def test_a_pilot_of_named_divisions_is_carried_by_them() -> None:
    found = stated("大通、湟中、民和新型城镇化试点县建设稳步推进。", "青海省", "青海省")
    assert {subject for subject, _, _ in found} == {"大通", "湟中", "民和"}


@pytest.mark.parametrize(
    "text",
    [
        "没有实施“百日会战”工程。",
        "未引进煜晟科技等企业。",
        "粮食产量实现“二十二连丰”。",
        "推进重点项目建设，开展专项行动。",
    ],
)
def test_a_denied_or_unnamed_thing_states_nothing(text: str) -> None:
    assert stated(text) == set()


def test_the_speaking_unit_is_never_related_to_itself() -> None:
    assert stated("支持綦江区发展。", unit="綦江区") == set()
    assert ("U", "alignsWith", "五区一高地") in stated("綦江融入“五区一高地”。", unit="綦江区")


def test_plans_are_marked() -> None:
    assert planned("力争开工云岭至海塘铁路。") == {("云岭至海塘铁路", Status.PLANNED)}
    assert planned("开工云岭至海塘铁路。") == {("云岭至海塘铁路", Status.REPORTED)}


def test_a_heading_announces_plans_until_the_next_one() -> None:
    text = "一、2024年工作回顾\n举办第三届茶文化节。\n二、2025年重点工作\n举办第四届茶文化节。\n"
    assert planned(text) == {
        ("第三届茶文化节", Status.REPORTED),
        ("第四届茶文化节", Status.PLANNED),
    }


def test_a_relation_has_the_place_of_its_sentence() -> None:
    text = "稳中有进。举办第三届茶文化节，引进煜晟科技等企业。"
    assert {(each.start, each.end) for each in relations_in(text)} == {(5, len(text))}


def test_companies_one_leans_on_are_worked_with() -> None:
    found = stated("信创产业依托联想、中芯国际等头部企业强链补链。")
    assert any(verb == "cooperatesWith" and thing == "中芯国际" for _, verb, thing in found)


def test_a_place_that_bears_an_industry_is_not_what_it_goes_by() -> None:
    assert not any(
        verb == "alignsWith" for _, verb, _ in stated("石化产业以云港工业区为重要承载地。")
    )


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        # A relative clause between the verb and its object.
        ("构建以绿色化工为主导的“3+4”产业体系。", ("U", "creates", "3+4产业体系")),
        # 以及 after a comma goes on with the list.
        ("实施云岭铁路等交通项目，以及海塘水电站等能源项目。", ("U", "implements", "海塘水电站")),
        # So does 其中.
        ("签约项目30个，其中云岭光伏基地、海塘风电等重大项目8个。", ("U", "signs", "云岭光伏基地")),
        # The verb behind a place.
        ("云岭数据产业园在城东新区揭牌。", ("U", "creates", "云岭数据产业园")),
        # 与 after who speaks.
        ("县政府与招商局集团签订合作协议。", ("U", "cooperatesWith", "招商局集团")),
        ("宁德时代与我市签订框架协议。", ("U", "cooperatesWith", "宁德时代")),
        ("与浙江大学共建云岭研究院。", ("U", "cooperatesWith", "浙江大学")),
        ("市教委与中国教育科学研究院共建教育先行区。",
         ("市教委", "cooperatesWith", "中国教育科学研究院")),
        ("联合四川广安、达州共建云岭合作区。", ("U", "cooperatesWith", "达州")),
        ("粮食收储改革做法获国务院通报表扬。",
         ("粮食收储改革做法", "recognisedAs", "国务院通报表扬")),
        ("吸引了煜晟科技、恒翎动力等12家企业入驻。", ("U", "attracts", "煜晟科技")),
        # By whom a thing is built, and with whose money.
        ("云岭智能工厂项目由海尔集团投资建设。", ("海尔集团", "builds", "云岭智能工厂项目")),
        ("比亚迪投资50亿元，建设云岭电池产业园。", ("比亚迪", "builds", "云岭电池产业园")),
        ("云港天海塑业有限公司智能成套装备项目开工。",
         ("云港天海塑业有限公司", "builds", "智能成套装备项目")),
        # Regions of several provinces.
        ("加强与长三角、粤港澳大湾区务实合作。", ("U", "cooperatesWith", "长三角")),
        ("深度对接京津冀，承接产业转移。", ("U", "cooperatesWith", "京津冀")),
        # How an assessment ended.
        ("粮食安全责任制考核居全国第3位。", ("U", "recognisedAs", "粮食安全责任制考核")),
        ("巩固全国茶叶生产大县地位。", ("U", "recognisedAs", "全国茶叶生产大县")),
        ("建成国家级水土保持示范县。", ("U", "recognisedAs", "国家级水土保持示范县")),
        # A status that is worked for is not held.
        ("国家森林城市创建扎实推进。", ("U", "advances", "国家森林城市")),
        ("支持青岛建设国家海洋经济示范城市。", ("青岛", "advances", "国家海洋经济示范城市")),
        ("以新时代首都发展为统领。", ("U", "alignsWith", "新时代首都发展")),
        # What is quoted as an aim.
        ("全面落实“稳住耕地、守住粮仓”的重要要求。", ("U", "alignsWith", "稳住耕地、守住粮仓")),
    ],
)  # fmt: skip
def test_who_does_what_in_longer_clauses(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in stated(text)


def test_a_place_that_gathers_companies_is_not_itself_attracted() -> None:
    found = stated("巴南国际生物城集聚智飞生物、博岭生物等企业120家。")
    assert ("U", "attracts", "智飞生物") in found
    assert not any(thing == "巴南国际生物城" for _, _, thing in found)


def test_a_number_of_titles_held_is_no_honour_of_the_unit() -> None:
    assert not any(verb == "recognisedAs" for _, verb, _ in stated("国家美丽河湖数量居全国前列。"))


def test_two_units_joined_by_and_both_act() -> None:
    found = stated("推动青岛、烟台建设“海洋之都”。")
    assert {subject for subject, verb, _ in found if verb == "creates"} == {"青岛", "烟台"}
