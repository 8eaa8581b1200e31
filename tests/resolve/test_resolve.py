"""All speeches together: one node a thing, whatever the order they come in."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from kg.rdf.turtle import turtle
from kg.rdf.validate import validate
from kg.rdf.write import triples
from kg.records import EntityClass, Facts, Knowledge, Predicate, Status
from kg.resolve.resolve import resolve
from tests.resolve.made_up import (
    facts,
    label_of,
    mention,
    observation,
    only,
    relation,
    speech,
)

PROGRAMME, COMPANY, DISTRICT = EntityClass.PROGRAMME, EntityClass.ENTERPRISE, EntityClass.DISTRICT


def page() -> list[Facts]:
    """Three speeches at one meeting that share a programme, a company and a county."""
    texts = {
        "萧山区": "我们实施“强基”工程，引进大河机械有限公司。全区固投增长12%。",
        "余杭区": "我们推进“强基”，大河机械投产。余杭产值增长30%。与萧山合作。",
        "省教育厅": "支持萧山区实施强基工程。浙江大学附属医院入选。",
    }
    rows = []
    for unit, body in texts.items():
        given = speech(
            body,
            unit,
            official=unit[0] + "某",
            posts=[(f"{unit.removeprefix('省')}书记", unit)],
            meeting="全省例会",
            raw="会议通告。\n" + "\n".join(f"（{who}）\n{said}" for who, said in texts.items()),
        )
        named = []
        if "“强基”工程" in body:
            named.append(mention(body, "强基工程", PROGRAMME, "“强基”工程"))
        elif "“强基”" in body:
            named.append(mention(body, "强基", PROGRAMME, "“强基”"))
        else:
            named.append(mention(body, "强基工程", PROGRAMME))
        for name in ("大河机械有限公司", "大河机械"):
            if name in body:
                named.append(mention(body, name, COMPANY))
                break
        for name in ("萧山区", "萧山"):
            if name in body:
                named.append(mention(body, name, DISTRICT))
                break
        relations = [relation(body, None, Predicate.IMPLEMENTS, named[0])]
        figures = []
        if "固投" in body:
            figures.append(observation(body, "12%", "全区固投", "12"))
        if "产值" in body:
            figures.append(observation(body, "30%", "产值", "30", named[1]))
        rows.append(facts(given, *named, relations=relations, observations=figures))
    return rows


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return resolve(page())


def test_each_thing_is_one_node(knowledge: Knowledge) -> None:
    ids = [row.id for row in knowledge.entities]
    assert ids == sorted(set(ids))
    assert {"initiative/强基工程", "enterprise/大河机械", "unit/萧山区"} <= set(ids)
    assert not {"initiative/强基", "enterprise/大河机械有限公司", "unit/萧山"} & set(ids)


def test_the_bare_quoted_name_means_the_full_one_that_others_give(knowledge: Knowledge) -> None:
    (programme,) = (row for row in knowledge.entities if row.id == "initiative/强基工程")
    assert programme.alt_labels == ("强基",)
    assert programme.merged == ("强基: 引号内的名称，去掉中心词",)
    subjects = {
        row.subject for row in knowledge.statements if row.predicate is Predicate.IMPLEMENTS
    }
    assert subjects == {"unit/萧山区", "unit/余杭区", "unit/浙江省教育厅"}


def test_speeches_know_their_unit_official_and_meeting(knowledge: Knowledge) -> None:
    assert [row.id for row in knowledge.speeches] == [
        "speech/2024-07-18-余杭区",
        "speech/2024-07-18-浙江省教育厅",
        "speech/2024-07-18-萧山区",
    ]
    (education,) = (row for row in knowledge.speeches if row.unit == "unit/浙江省教育厅")
    assert education.label == "省教育厅省某的发言"
    assert label_of(knowledge, education.unit) == "省教育厅"
    assert label_of(knowledge, education.official) == "省某"
    (meeting,) = knowledge.meetings
    assert {row.meeting for row in knowledge.speeches} == {meeting.id}
    assert meeting.held_on == date(2024, 7, 18)
    assert meeting.notice and meeting.notice.speech == ""


def test_figures_have_the_shared_indicator_the_measured_thing_and_their_place(
    knowledge: Knowledge,
) -> None:
    growth, output = sorted(knowledge.figures, key=lambda row: row.observation.value)
    assert (growth.unit, growth.indicator, growth.about) == (
        "unit/萧山区",
        "indicator/固定资产投资",
        "",
    )
    assert growth.observation.indicator == "全区固投"
    assert (output.about, output.passage.quote) == ("enterprise/大河机械", "余杭产值增长30%。")
    raw = page()[1].speech.file.raw
    assert output.id == f"observation/2024-07-18-余杭区-{raw.index('30%')}"
    by_id = {row.id: row for row in knowledge.indicators}
    assert by_id["indicator/固定资产投资"].defined
    assert not by_id["indicator/产值"].defined


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_the_speeches_changes_nothing(
    order: tuple[int, ...], knowledge: Knowledge
) -> None:
    shuffled = [page()[position] for position in order]
    assert resolve(shuffled) == knowledge


def test_the_graph_of_it_keeps_to_the_shapes(knowledge: Knowledge) -> None:
    report = validate(turtle(triples(knowledge)))
    assert report.findings == () and report.warnings == ()


def test_one_numeral_that_tells_two_figures_gives_two_observations() -> None:
    body = "产值、投资均增长5%。"
    rows = [observation(body, "5%", name, "5") for name in ("产值", "投资")]
    found = resolve([facts(speech(body), observations=rows)])
    one, other = (row.id for row in found.figures)
    assert other == f"{one}-2"


def test_two_speeches_of_a_unit_on_a_day_are_two() -> None:
    rows = [
        only(speech(f"实施{name}工程。"), f"{name}工程", PROGRAMME) for name in ("强基", "固本")
    ]
    found = resolve(rows)
    assert [row.id for row in found.speeches] == [
        "speech/2024-07-18-萧山区",
        "speech/2024-07-18-萧山区-2",
    ]
    assert len({row.label for row in found.entities if row.cls is DISTRICT}) == 1


def test_a_speech_without_a_day_is_known_by_its_file() -> None:
    found = resolve(
        [only(speech("实施强基工程。", day=None, file="工作报告.txt"), "强基工程", PROGRAMME)]
    )
    assert [row.id for row in found.speeches] == ["speech/工作报告.txt-萧山区"]
    assert found.speeches[0].spoken_on is None


def test_namesakes_of_two_provinces_stay_two() -> None:
    body = "推进江北区建设。"
    rows = [
        only(speech(body, unit, region, file=f"{region}.txt"), "江北区", DISTRICT)
        for unit, region in (("綦江区", "重庆市"), ("余姚市", "浙江省"))
    ]
    ids = {row.id for row in resolve(rows).entities}
    assert {"unit/重庆市江北区", "unit/宁波市江北区"} <= ids
    assert "unit/江北区" not in ids


def test_the_notice_of_a_meeting_is_found_in_whichever_file_has_it() -> None:
    rows = [
        only(
            speech(f"实施{name}工程。", meeting="例会", notice=told, file=f"{name}.txt"),
            name,
            PROGRAMME,
        )
        for name, told in (("强基", False), ("固本", True))
    ]
    (meeting,) = resolve(rows).meetings
    assert meeting.notice and meeting.notice.file == "固本.txt"


def test_officials_of_one_name_in_two_units_are_two_people() -> None:
    rows = [
        only(speech("实施强基工程。", unit, official="张伟"), "强基工程", PROGRAMME)
        for unit in ("萧山区", "余杭区")
    ]
    people = [row for row in resolve(rows).entities if row.cls is EntityClass.OFFICIAL]
    assert len(people) == 2


def test_every_id_that_is_named_is_there(knowledge: Knowledge) -> None:
    known = {row.id for row in knowledge.entities}
    for statement in knowledge.statements:
        assert {statement.subject, statement.object} <= known
    for speech_row in knowledge.speeches:
        assert {thing for thing, _ in speech_row.mentions} <= known
        assert {speech_row.unit, speech_row.official, speech_row.meeting} - {""} <= known
    for holding in knowledge.holdings:
        assert {holding.official, holding.post, holding.unit} - {""} <= known
    assert {row.unit for row in knowledge.figures} <= known


def test_a_planned_relation_is_written_as_planned() -> None:
    body = "将实施强基工程。"
    target = mention(body, "强基工程", PROGRAMME)
    planned = relation(body, None, Predicate.IMPLEMENTS, target, Status.PLANNED)
    found = resolve([facts(speech(body), target, relations=[planned])])
    assert [row.status for row in found.statements] == [Status.PLANNED]


def test_no_speeches_give_nothing() -> None:
    found = resolve([])
    assert not found.entities and not found.statements and not found.figures
