import pytest

from kg.extract.indicators import area_at, clean, compose, head_of, is_bare


@pytest.mark.parametrize(
    ("topic", "name", "area"),
    [
        ("完成工业投资", "工业投资", ""),
        ("带动全区实现规上工业总产值", "规上工业总产值", "全区"),
        ("央视春晚效应带动周边区域接待游客", "接待游客", "周边区域"),
        ("新能源汽车实现产值", "新能源汽车产值", ""),
        ("签约新材料及智能装备等项目", "签约项目", ""),
        ("一季度全区规上工业增加值", "规上工业增加值", "全区"),
        ("其中，高标准农田", "高标准农田", ""),
        ("高标准建设农田", "农田", ""),
        ("城镇新增就业", "城镇新增就业", ""),
        ("新增高新技术企业", "高新技术企业", ""),
        ("全国重点实验室", "全国重点实验室", ""),
        ("产业知识产权运营中心", "产业知识产权运营中心", ""),
    ],
)
def test_a_topic_is_stripped_to_its_name(topic: str, name: str, area: str) -> None:
    found = clean(topic)
    assert (found.name, found.area) == (name, area)


def test_a_verb_inside_the_subject_of_a_rate_belongs_to_it() -> None:
    assert clean("新产品对工业增长贡献", relative=True).name == "新产品对工业增长贡献"


@pytest.mark.parametrize(
    ("previous", "bare", "name"),
    [
        ("工业机器人产量", "出口量", "工业机器人出口量"),
        ("外贸进出口", "总额", "外贸进出口总额"),
        ("规上工业增加值", "增速", "规上工业增加值增速"),
        ("适龄儿童入园率", "普惠率", "适龄儿童普惠率"),
        ("国家级孵化器", "省级", "省级孵化器"),
        ("", "增速", "增速"),
    ],
)
def test_a_bare_head_takes_what_was_measured_before(previous: str, bare: str, name: str) -> None:
    assert compose(previous, bare) == name


def test_the_longest_head_counts() -> None:
    head = head_of("城镇居民人均可支配收入")
    assert head is not None
    assert head.text == "居民人均可支配收入"


@pytest.mark.parametrize(
    ("name", "bare"), [("增速", True), ("总量", True), ("省级", True), ("粮食产量", False)]
)
def test_bare_heads(name: str, bare: bool) -> None:
    assert is_bare(name) is bare


@pytest.mark.parametrize(
    ("text", "area"), [("全市GDP", "全市"), ("全市场准入", ""), ("我省出口", "我省"), ("出口", "")]
)
def test_area_words(text: str, area: str) -> None:
    assert area_at(text) == area
