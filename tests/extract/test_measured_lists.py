import pytest

from kg.extract.measured_lists import conjuncts, each_measurable


@pytest.mark.parametrize(
    ("topic", "count", "parts"),
    [
        ("制造业、普惠小微贷款余额", 2, ("制造业贷款余额", "普惠小微贷款余额")),
        ("旅游人次和花费", 2, ("旅游人次", "旅游花费")),
        ("城乡居民人均可支配收入", 2, ("城镇居民人均可支配收入", "农村居民人均可支配收入")),
        ("一、二、三产业增加值", 3, ("第一产业增加值", "第二产业增加值", "第三产业增加值")),
        (
            "城镇居民、农村居民人均可支配收入",
            2,
            ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ),
        ("发电量、用电量占比", 2, ("发电量占比", "用电量占比")),
        ("“上海、北京”标准、品牌数量", 2, ("“上海、北京”标准数量", "品牌数量")),
        ("接待游客、旅游总花费", 2, ("接待游客", "旅游总花费")),
        ("规上工业增加值", 2, ()),
    ],
)
def test_the_parts_of_a_coordinated_topic(topic: str, count: int, parts: tuple[str, ...]) -> None:
    assert conjuncts(topic, count) == parts


def test_things_that_are_each_measured() -> None:
    assert each_measurable("社会消费品零售总额、固定资产投资") == (
        "社会消费品零售总额",
        "固定资产投资",
    )
    assert each_measurable("交通运输、仓储和邮政业") == ()
