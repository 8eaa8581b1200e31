import pytest

from tests.extract.sentence_facts import mentions_in, things


def test_a_shared_head_goes_to_each_quotation() -> None:
    assert things("统筹推进“头雁领航”和“群雁齐飞”行动。") == {
        ("Programme", "头雁领航行动"),
        ("Programme", "群雁齐飞行动"),
    }


def test_the_marker_of_a_list_of_places_goes_to_each_member() -> None:
    assert things("提质打造中匈、中泰等国际合作产业园。") == {
        ("Place", "中匈国际合作产业园"),
        ("Place", "中泰国际合作产业园"),
    }


def test_a_composed_name_keeps_the_span_of_its_own_part() -> None:
    text = "提质打造中匈、中泰等国际合作产业园。"
    first = mentions_in(text)[0]
    assert (text[first.start : first.end], first.name) == ("中匈", "中匈国际合作产业园")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("实施技术改造和设备更新工程。", {"技术改造和设备更新工程"}),
        ("推进云山机场和岭东高铁建设。", {"云山机场", "岭东高铁"}),
        ("建设云山经开区及岭东高新区。", {"云山经开区", "岭东高新区"}),
    ],
)
def test_a_join_parts_two_names_but_not_one(text: str, names: set[str]) -> None:
    assert {name for _, name in things(text)} == names


def test_a_summing_count_gives_each_member_its_head() -> None:
    assert things("实施城市生命线、全域水患治理、城乡安居三大工程。") == {
        ("Programme", "城市生命线工程"),
        ("Project", "全域水患治理工程"),
        ("Project", "城乡安居工程"),
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "新增遵义、安顺跨境电商综合试验区。",
            {"遵义跨境电商综合试验区", "安顺跨境电商综合试验区"},
        ),
        ("加快空港型、生产型国家物流枢纽建设。", {"空港型国家物流枢纽", "生产型国家物流枢纽"}),
        ("建设钢铁、化工行业产业大脑。", {"钢铁行业产业大脑", "化工行业产业大脑"}),
    ],
)
def test_short_members_take_what_the_last_one_says(text: str, names: set[str]) -> None:
    assert {name for _, name in things(text)} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "深入打好蓝天、碧水、净土保卫战。",
            {"蓝天保卫战", "碧水保卫战", "净土保卫战"},
        ),
        (
            "打造山地特色茶叶供给、茶旅产品流通、特色茶叶应用基地。",
            {"山地特色茶叶供给基地", "茶旅产品流通基地", "特色茶叶应用基地"},
        ),
    ],
)
def test_plain_members_of_one_length_share_the_head(text: str, names: set[str]) -> None:
    assert {name for _, name in things(text)} == names


def test_adverbs_after_a_join_open_a_new_verb() -> None:
    found = things("推进云岭协同发展示范区建设和高标准高质量建设云水新区。")
    assert ("Place", "云水新区") in found
