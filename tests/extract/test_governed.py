import pytest

from kg.extract.governed import light_predicates
from kg.records import Predicate
from tests.extract.sentence_facts import stated


def test_every_light_predicate_is_one_of_the_vocabulary() -> None:
    assert {Predicate(each) for each in light_predicates().values()} <= set(Predicate)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("用足用好“以旧换新”政策机遇。", ("U", "implements", "以旧换新")),
        ("抓住“以旧换新”政策机遇。", ("U", "implements", "以旧换新")),
        ("坚持“一链一策”。", ("U", "implements", "一链一策")),
        ("发挥“高效办一件事”牵引作用。", ("U", "implements", "高效办一件事")),
        ("加快推进重点集群“六个一”全覆盖。", ("U", "implements", "六个一")),
        ("推进云岭遗址申遗。", ("U", "advances", "云岭遗址")),
        ("培育云岭绿色产业园。", ("U", "creates", "云岭绿色产业园")),
        ("建设开放云水湾公园。", ("U", "creates", "云水湾公园")),
        ("学习运用“千万工程”经验。", ("U", "alignsWith", "千万工程")),
        ("积极参与全国统一大市场建设。", ("U", "alignsWith", "全国统一大市场")),
        ("促进诺和诺德、碧迪等重点外企深化布局。", ("U", "supports", "诺和诺德")),
    ],
)
def test_what_a_verb_states_of_its_object(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in stated(text)


def test_a_verb_inside_a_name_states_nothing() -> None:
    found = stated("扎实开展党史学习教育、学习贯彻习近平新时代中国特色社会主义思想主题教育。")
    assert {predicate for _, predicate, _ in found} == {"implements"}
    assert len(found) == 2


def test_what_is_held_back_is_not_done() -> None:
    assert stated("严控新增“三高”项目。") == set()


def test_what_only_labels_other_things_is_not_acted_on() -> None:
    assert stated("促进“789”现代制造业企业吸纳就业。") == set()
