"""Relations between mentions become edges between things, with all that speaks for them."""

from __future__ import annotations

from kg.records import EntityClass, Knowledge, Predicate, Statement, Status
from kg.resolve.resolve import resolve
from tests.resolve.made_up import BYLINE, facts, mention, only, relation, speech

PROGRAMME, PLACE, DISTRICT = EntityClass.PROGRAMME, EntityClass.PLACE, EntityClass.DISTRICT


def edge(knowledge: Knowledge, predicate: Predicate) -> Statement:
    (found,) = (row for row in knowledge.statements if row.predicate is predicate)
    return found


def test_an_edge_has_its_sentence_in_the_raw_file() -> None:
    body = "先说别的。我们实施强基工程。再说别的。"
    target = mention(body, "强基工程", PROGRAMME)
    given = facts(
        speech(body), target, relations=[relation(body, None, Predicate.IMPLEMENTS, target)]
    )
    statement = edge(resolve([given]), Predicate.IMPLEMENTS)
    assert (statement.subject, statement.object) == ("unit/萧山区", "initiative/强基工程")
    (passage,) = statement.passages
    assert passage.quote == "我们实施强基工程。"
    raw = given.speech.file.raw
    assert raw[passage.span.start : passage.span.end] == passage.quote
    assert passage.span.start == len(BYLINE) + 5
    assert passage.speech == "speech/2024-07-18-萧山区"
    assert statement.rules == ("made up",) and statement.source == ""


def test_what_two_speeches_state_of_one_edge_is_one_statement_with_both_passages() -> None:
    rows = []
    for number, body in enumerate(["萧山区打造东山港。", "支持萧山区打造“东山港”。"]):
        subject = mention(body, "萧山区", DISTRICT)
        target = mention(body, "东山港", PLACE)
        rows.append(
            facts(
                speech(body, f"{'甲乙'[number]}市", file=f"{number}.txt"),
                subject,
                target,
                relations=[relation(body, subject, Predicate.CREATES, target)],
            )
        )
    statement = edge(resolve(rows), Predicate.CREATES)
    assert statement.subject == "unit/萧山区"
    assert [passage.file for passage in statement.passages] == ["0.txt", "1.txt"]


def test_an_edge_is_planned_only_where_no_text_reports_it() -> None:
    body = "要推进强基工程。已推进强基工程。"
    target = mention(body, "强基工程", PROGRAMME)
    later = mention(body[8:], "强基工程", PROGRAMME)
    later = type(later)(later.start + 8, later.end + 8, later.name, later.cls)
    planned = relation(body, None, Predicate.ADVANCES, target, Status.PLANNED)
    reported = relation(body, None, Predicate.ADVANCES, later)
    for relations, status in [
        ([planned], Status.PLANNED),
        ([planned, reported], Status.REPORTED),
        ([reported, planned], Status.REPORTED),
    ]:
        given = facts(speech(body), target, later, relations=relations)
        statement = edge(resolve([given]), Predicate.ADVANCES)
        assert statement.status is status
        assert len(statement.passages) == len(relations)


def test_nothing_is_related_to_itself() -> None:
    body = "萧山区支持萧山。大河有限公司支持大河公司。"
    rows = [
        ("萧山区", "萧山", DISTRICT),
        ("大河有限公司", "大河公司", EntityClass.ENTERPRISE),
    ]
    relations = []
    for one, other, cls in rows:
        subject = mention(body, one, cls)
        start = body.index(other, subject.end)
        target = type(subject)(start, start + len(other), other, cls)
        relations.append(relation(body, subject, Predicate.SUPPORTS, target))
    ends = [end for one in relations for end in (one.subject, one.object) if end]
    knowledge = resolve([facts(speech(body), *ends, relations=relations)])
    assert knowledge.statements == ()


def test_an_official_leads_the_unit_and_the_byline_says_so() -> None:
    body = "我们实施强基工程。"
    given = speech(body, official="张三", posts=[("萧山区委书记", "萧山区")])
    knowledge = resolve([only(given, "强基工程", PROGRAMME)])
    statement = edge(knowledge, Predicate.LEADS)
    assert (statement.subject, statement.object) == ("official/萧山区-张三", "unit/萧山区")
    assert [passage.quote for passage in statement.passages] == ["（甲市 张三）"]
    (holding,) = knowledge.holdings
    assert (holding.official, holding.post, holding.unit) == (
        "official/萧山区-张三",
        "post/萧山区委书记",
        "unit/萧山区",
    )


def test_an_official_leads_the_unit_of_each_post_but_not_of_a_seat() -> None:
    posts = [("市委常委", "市委"), ("甲局局长", "甲局"), ("乙办副主任", "乙办")]
    given = speech("我们实施强基工程。", "甲局", "重庆市", official="张三", posts=posts)
    knowledge = resolve([facts(given)])
    led = {row.object for row in knowledge.statements if row.predicate is Predicate.LEADS}
    assert led == {"unit/甲局", "unit/乙办"}


def test_a_framework_that_is_named_brings_its_parts_with_the_glossarys_source() -> None:
    body = "围绕六区一高地。"
    given = only(speech(body, "某某局", "重庆市"), "六区一高地", EntityClass.FRAMEWORK)
    knowledge = resolve([given])
    parts = [row for row in knowledge.statements if row.predicate is Predicate.PART_OF]
    assert len(parts) == 7
    for part in parts:
        assert part.object == "initiative/六区一高地"
        assert part.passages == () and "2025-03-06" in part.source
    assert {part.subject for part in parts} <= {entity.id for entity in knowledge.entities}


def test_a_part_that_is_named_brings_its_framework_but_not_the_other_parts() -> None:
    body = "建设内陆开放综合枢纽。"
    given = only(speech(body, "某某局", "重庆市"), "内陆开放综合枢纽", EntityClass.FRAMEWORK)
    parts = {
        (row.subject, row.object)
        for row in resolve([given]).statements
        if row.predicate is Predicate.PART_OF
    }
    assert ("initiative/内陆开放综合枢纽", "initiative/两大定位") in parts


def test_elsewhere_the_same_words_bring_nothing() -> None:
    body = "围绕六区一高地。"
    given = only(speech(body, "某某局", "山东省"), "六区一高地", EntityClass.FRAMEWORK)
    assert resolve([given]).statements == ()


def test_an_industry_is_part_of_the_cluster_by_its_sentence_and_the_glossary() -> None:
    body = "别的。发展轻合金产业。"
    given = only(speech(body, "某某区", "重庆市"), "轻合金", EntityClass.INDUSTRY)
    found = {row.subject: row for row in resolve([given]).statements}
    statement = found["industry/轻合金"]
    assert statement.object == "industry/轻合金材料产业集群"
    assert [passage.quote for passage in statement.passages] == ["发展轻合金产业。"]
    assert statement.source
