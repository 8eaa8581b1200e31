"""People are found by their posts in texts nobody saw before, and everyday words are no people."""

import pytest

from kg.extract.extract import extract
from tests.extract.helpers import speech_of
from tests.extract.sentence_facts import named, stated

UNIT, REGION = "云溪县", "武汉市"


def posts_in(text: str, unit: str = UNIT, region: str = REGION) -> list[tuple[str, str, str]]:
    """(person, post, unit led or "") for each post that `text` names beside a person."""
    found = extract(speech_of(text, unit=unit, region=region)).posts
    return [(one.official.name, one.title, one.unit.name if one.unit else "") for one in found]


def people_in(text: str) -> set[str]:
    return {name for cls, name in named(text, UNIT, REGION) if cls == "Official"}


def test_officials_have_a_post() -> None:
    assert ("Official", "袁家军") in named("落实市委书记袁家军调研指示要求。")
    assert ("Official", "习近平") in named("牢记习近平总书记殷殷嘱托。")
    assert named("总书记有指示、主席和列席人员。") == set()
    assert named("全省人民始终爱戴总书记。") == set()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("县长唐军代表县政府与企业签约。", {"唐军"}),
        ("代县长覃明伟作政府工作报告。", {"覃明伟"}),
        ("常务副县长李强说，要抓落实。", {"李强"}),
        ("县委书记李强调研园区。", {"李强"}),
        ("区委书记吴锦陪同考察。", {"吴锦"}),
        ("与某科技公司总经理孙浩座谈。", {"孙浩"}),
        ("县委书记张涛深有感触。", {"张涛"}),
        ("现场，县委书记赵琪玲宏亮的声音响起。", {"赵琪玲"}),
        ("县人民医院院长高峰告诉记者。", {"高峰"}),
        ("县领导张三丰、李四光和王五一参加活动。", {"张三丰", "李四光", "王五一"}),
        ("参加活动的县领导还有：张三元、李大海。", {"张三元", "李大海"}),
        ("王某、李某、陈某等县四家班子领导出席。", {"王某", "李某", "陈某"}),
        ("张某，云溪县县委书记，介绍了情况。", {"张某"}),
        ("李某（县长）介绍了情况。", {"李某"}),
        ("王芳县长指出，要抓落实。", {"王芳"}),
        ("自治区主席艾山·买买提会见客商。", {"艾山·买买提"}),
        ("州委书记沈阳、州长哈丽娅·沙吾尔出席。", {"沈阳", "哈丽娅·沙吾尔"}),
        ("县长努尔兰·阿不都参加。", {"努尔兰·阿不都"}),
        ("中国建设银行云溪支行行长孙丽与县长签约。", {"孙丽"}),
        ("任命王强为县长。", {"王强"}),
        ("村党支部书记王德福带头种茶。", {"王德福"}),
        ("欧村村委会主任欧阳明德带领村民种植脐橙。", {"欧阳明德"}),
    ],
)
def test_names_end_where_the_sentence_goes_on(text: str, people: set[str]) -> None:
    assert people_in(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "书记员李某说，主任医师张某介绍，市长热线受理，区长办公会议研究。",
        "深入推进书记项目、县长工程，党组书记高度重视。",
        "驻村第一书记和工作队员全部到岗。",
        "县长林业工作会议召开，经理成长计划启动。",
        "落实河长制，各级河长、湖长、林长巡河1万次。",
        "市长温馨提示，院长祝贺，局长任免。",
        "西至柳树镇长青路，南到石桥镇长山村、武汉市长青街道。",
        "本报记者王某、通讯员李某报道，企业家代表张某发言。",
        "县委书记、县长要亲自抓，县长要担负起第一责任人责任。",
        "村支书黄河边巡查，市长江大桥通车。",
    ],
)
def test_everyday_words_after_a_rank_are_no_people(text: str) -> None:
    assert people_in(text) == set()


def test_the_posts_of_one_person_are_told_with_their_units() -> None:
    assert posts_in("云溪县委副书记、县长张伟明主持会议。") == [
        ("张伟明", "云溪县委副书记", UNIT),
        ("张伟明", "云溪县县长", UNIT),
    ]
    assert posts_in("湖北省委常委、武汉市委书记郭元出席。") == [
        ("郭元", "湖北省委常委", ""),
        ("郭元", "武汉市委书记", "武汉市"),
    ]
    assert posts_in("县乡村振兴局党组书记、局长胡志强带队督导。") == [
        ("胡志强", "县乡村振兴局党组书记", "县乡村振兴局"),
        ("胡志强", "县乡村振兴局局长", "县乡村振兴局"),
    ]
    assert posts_in("县委常委、政法委书记、公安局局长高强出席。") == [
        ("高强", "县委常委", ""),
        ("高强", "县委政法委书记", "县委政法委"),
        ("高强", "县公安局局长", "县公安局"),
    ]


def test_a_bare_rank_leads_the_unit_of_the_text_or_of_who_is_named_before() -> None:
    assert posts_in("县长唐军带队督导。") == [("唐军", "云溪县县长", UNIT)]
    assert posts_in("武汉市委书记郭元、市长王强出席。")[1] == ("王强", "武汉市市长", "武汉市")
    assert posts_in("石桥镇党委书记黄文、镇长谭勇到会。")[1] == ("谭勇", "石桥镇镇长", "石桥镇")
    assert posts_in("局长周鑫说。", unit="县水利局") == [("周鑫", "局长", "县水利局")]
    # Two districts of this name are registered, so that the register cannot tell which.
    assert posts_in("会上海州区区长王强发言。") == [("王强", "区长", "海州区")]
    assert posts_in("省委书记王某、省长李某参加。") == [
        ("王某", "省委书记", "省委"),
        ("李某", "湖北省省长", "湖北省"),
    ]


def test_the_name_of_the_body_is_cut_from_the_sentence_before_it() -> None:
    text = "会上邀请咸宁市图书馆馆长蔡军作为代表上台，县发展和改革局局长陈涛介绍说。"
    assert ("蔡军", "leads", "咸宁市图书馆") in stated(text)
    assert ("陈涛", "leads", "县发展和改革局") in stated(text)


def test_a_body_keeps_its_village_its_note_and_its_number() -> None:
    assert posts_in("石桥村驻村第一书记陈诚告诉记者。") == [
        ("陈诚", "石桥村驻村第一书记", "石桥村")
    ]
    assert posts_in("县科技局（县科工办）局长柯涛介绍。") == [("柯涛", "县科技局局长", "县科技局")]
    assert posts_in("云溪一中校长段红说。") == [("段红", "云溪一中校长", "云溪一中")]


def test_who_held_a_post_once_or_heads_a_company_leads_no_unit() -> None:
    assert posts_in("原县人大常委会主任田大福回忆。") == [("田大福", "县人大常委会主任", "")]
    assert posts_in("大河集团董事长魏山表示。") == [("魏山", "大河集团董事长", "")]


def test_a_name_once_told_with_its_post_is_known_where_it_stands_alone() -> None:
    text = "县长唐军出席。\n唐军指出，要抓项目。\n参观大唐军营遗址。"
    found = extract(speech_of(text, unit=UNIT, region=REGION)).mentions
    people = [one for one in found if one.cls.value == "Official"]
    assert [text[one.start - 1 : one.start] for one in people] == ["长", "\n"]
