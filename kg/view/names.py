"""What the page calls classes, relations and kinds of figures, and how it draws them."""

from __future__ import annotations

from typing import NamedTuple

from kg.records import EntityClass, Kind, Predicate, Status


class Look(NamedTuple):
    """How nodes of a class group are drawn: a shape of vis-network, how much larger than a disc
    it must be to look as large as one, and whether only its outline is coloured."""

    shape: str
    scale: float
    hollow: bool = False


class Relation(NamedTuple):
    """What a predicate is called: its family, and its name read from either end."""

    family: str
    name: str
    inverse: str


CLASSES = {
    EntityClass.UNIT: "单位",
    EntityClass.DISTRICT: "行政区",
    EntityClass.DEPARTMENT: "部门",
    EntityClass.OFFICIAL: "官员",
    EntityClass.ENTERPRISE: "企业",
    EntityClass.BODY: "机构",
    EntityClass.PROJECT: "项目",
    EntityClass.INITIATIVE: "举措",
    EntityClass.FRAMEWORK: "目标体系",
    EntityClass.PROGRAMME: "工程行动",
    EntityClass.MECHANISM: "机制",
    EntityClass.PILOT: "试点",
    EntityClass.PLATFORM: "平台",
    EntityClass.BRAND: "品牌",
    EntityClass.POLICY: "政策文件",
    EntityClass.EVENT: "会议活动",
    EntityClass.INDUSTRY: "产业",
    EntityClass.PLACE: "园区地点",
    EntityClass.RECOGNITION: "荣誉认定",
}

# In the order of the legend. Groups that share a shape differ as full and hollow.
LOOKS = {
    EntityClass.UNIT: Look("dot", 1.0),
    EntityClass.OFFICIAL: Look("dot", 0.9, hollow=True),
    EntityClass.INITIATIVE: Look("diamond", 1.15),
    EntityClass.PROJECT: Look("square", 0.85),
    EntityClass.ENTERPRISE: Look("triangle", 1.15),
    EntityClass.BODY: Look("hexagon", 1.0, hollow=True),
    EntityClass.INDUSTRY: Look("hexagon", 1.0),
    EntityClass.PLACE: Look("triangleDown", 1.15),
    EntityClass.RECOGNITION: Look("star", 1.2),
}
OTHER_LOOK = Look("dot", 1.0)

FAMILIES = {
    "align": "对标",
    "carry": "推进",
    "partner": "合作",
    "build": "建设",
    "recognise": "认定",
    "belong": "隶属",
}
PREDICATES = {
    Predicate.ALIGNS_WITH: Relation("align", "对标围绕", "由谁对标"),
    Predicate.IMPLEMENTS: Relation("carry", "实施", "由谁实施"),
    Predicate.CREATES: Relation("carry", "打造", "由谁打造"),
    Predicate.HOSTS: Relation("carry", "举办", "由谁举办"),
    Predicate.ISSUES: Relation("carry", "出台", "由谁出台"),
    Predicate.ADVANCES: Relation("carry", "推动", "由谁推动"),
    Predicate.SIGNS: Relation("carry", "签约", "由谁签约"),
    Predicate.SUPPORTS: Relation("partner", "支持", "由谁支持"),
    Predicate.COOPERATES_WITH: Relation("partner", "合作", "与谁合作"),
    Predicate.ATTRACTS: Relation("partner", "引进", "由谁引进"),
    Predicate.BUILDS: Relation("build", "建设", "由谁建设"),
    Predicate.DEVELOPS: Relation("build", "发展", "由谁发展"),
    Predicate.RECOGNISED_AS: Relation("recognise", "获评入选", "谁获此认定"),
    Predicate.LEADS: Relation("belong", "负责", "负责人"),
    Predicate.LOCATED_IN: Relation("belong", "位于", "在此地的"),
    Predicate.PART_OF: Relation("belong", "属于", "包含"),
}
KINDS = {
    Kind.LEVEL: "数值",
    Kind.GROWTH: "增速",
    Kind.SHARE: "占比",
    Kind.RANK: "位次",
    Kind.POINT_CHANGE: "百分点",
}
MEASURES = {
    "degree": "相邻",
    "weighted_degree": "加权相邻",
    "pagerank": "PageRank",
    "betweenness": "中介",
    "eigenvector": "特征向量",
}
STATUSES = {Status.REPORTED: "已报告", Status.TARGET: "目标", Status.PLANNED: "计划"}


def look(group: str) -> Look:
    """How nodes of `group` are drawn; a plain disc for a group not known here."""
    return next((found for known, found in LOOKS.items() if known.value == group), OTHER_LOOK)


def names() -> dict[str, object]:
    """All of it as plain JSON values, for the page; the keys of each part are local names."""
    return {
        "classes": {cls.value: name for cls, name in CLASSES.items()},
        "looks": {group.value: found._asdict() for group, found in LOOKS.items()},
        "families": FAMILIES,
        "predicates": {
            predicate.value: relation._asdict() for predicate, relation in PREDICATES.items()
        },
        "measures": MEASURES,
        "kinds": {kind.value: name for kind, name in KINDS.items()},
        "statuses": {status.value: name for status, name in STATUSES.items()},
    }
