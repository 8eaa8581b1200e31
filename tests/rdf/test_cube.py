"""The observations are a well-formed RDF Data Cube (W3C Recommendation of 2014, section 11).

The constraints are written as queries for what violates them. IC-7 to IC-10 are about slices,
IC-15 to IC-17 about a measure dimension, IC-20 and IC-21 about hierarchical code lists; the cube
has none of these, which is tested instead.
"""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.api import Graph
from kg.rdf.store import store_of
from kg.rdf.terms import PREFIXES
from kg.rdf.write import triples
from kg.resources import ontology
from tests.rdf.made_up import WEST, figure, knowledge

# Section 10.2: types, and the short forms qb:dimension, qb:measure and qb:attribute spelled out
NORMALISATION = """
INSERT { ?o a qb:Observation } WHERE { ?o qb:dataSet ?any } ;
INSERT { ?d a qb:DataSet } WHERE { ?any qb:dataSet ?d } ;
INSERT { ?c qb:componentProperty ?p . ?p a qb:DimensionProperty } WHERE { ?c qb:dimension ?p } ;
INSERT { ?c qb:componentProperty ?p . ?p a qb:MeasureProperty } WHERE { ?c qb:measure ?p } ;
INSERT { ?c qb:componentProperty ?p . ?p a qb:AttributeProperty } WHERE { ?c qb:attribute ?p }
"""

DIMENSIONS = """?o qb:dataSet/qb:structure/qb:component/qb:componentProperty ?p .
                ?p a qb:DimensionProperty ."""
CONSTRAINTS = {
    "IC-1 one data set": """SELECT ?x { ?x a qb:Observation
        OPTIONAL { ?x qb:dataSet ?d } } GROUP BY ?x HAVING(COUNT(?d) != 1)""",
    "IC-2 one structure": """SELECT ?x { ?x a qb:DataSet
        OPTIONAL { ?x qb:structure ?s } } GROUP BY ?x HAVING(COUNT(?s) != 1)""",
    "IC-3 a measure": """SELECT ?x { ?x a qb:DataStructureDefinition
        FILTER NOT EXISTS { ?x qb:component/qb:componentProperty/a qb:MeasureProperty } }""",
    "IC-4 dimensions have a range": """SELECT ?x { ?x a qb:DimensionProperty
        FILTER NOT EXISTS { ?x rdfs:range ?range } }""",
    "IC-5 concept dimensions have code lists": """SELECT ?x { ?x a qb:DimensionProperty ;
        rdfs:range/rdfs:subClassOf* skos:Concept
        FILTER NOT EXISTS { ?x qb:codeList ?list } }""",
    "IC-6 only attributes may be optional": """SELECT ?x {
        ?any qb:component [ qb:componentRequired false ; qb:componentProperty ?x ]
        FILTER NOT EXISTS { ?x a qb:AttributeProperty } }""",
    "IC-11 every dimension has a value": f"""SELECT ?o {{ {DIMENSIONS}
        FILTER NOT EXISTS {{ ?o ?p ?value }} }}""",
    "IC-12 no two observations agree in all dimensions": """SELECT ?o ?other {
        ?o qb:dataSet ?d . ?other qb:dataSet ?d FILTER(STR(?o) < STR(?other))
        FILTER NOT EXISTS {
            ?d qb:structure/qb:component/qb:componentProperty ?p . ?p a qb:DimensionProperty .
            ?o ?p ?one . ?other ?p ?two FILTER(?one != ?two) } }""",
    "IC-13 required attributes have a value": """SELECT ?o {
        ?o qb:dataSet/qb:structure/qb:component ?c .
        ?c qb:componentRequired true ; qb:componentProperty ?p
        FILTER NOT EXISTS { ?o ?p ?value } }""",
    "IC-14 every measure has a value": """SELECT ?o {
        ?o qb:dataSet/qb:structure/qb:component/qb:componentProperty ?p . ?p a qb:MeasureProperty
        FILTER NOT EXISTS { ?o ?p ?value } }""",
    "IC-18 data set links agree": """SELECT ?o {
        ?d qb:observation ?o FILTER NOT EXISTS { ?o qb:dataSet ?d } }""",
    "IC-19 codes are of their list": f"""SELECT ?o {{ {DIMENSIONS}
        ?p qb:codeList ?list . ?o ?p ?code
        FILTER NOT EXISTS {{ ?code a skos:Concept ; skos:inScheme ?list }} }}""",
}
FIGURE = "observation:2025-04-24-东山县-120"
BREAKS = {
    "IC-1 one data set": f"INSERT DATA {{ {FIGURE} qb:dataSet kg:other }}",
    "IC-2 one structure": "DELETE WHERE { ?d qb:structure ?s }",
    "IC-3 a measure": "DELETE { ?c qb:measure ?m . ?m a ?t } WHERE { ?c qb:measure ?m . ?m a ?t }",
    "IC-4 dimensions have a range": "DELETE WHERE { kg:ofUnit rdfs:range ?r }",
    "IC-5 concept dimensions have code lists": "DELETE WHERE { kg:kind qb:codeList ?l }",
    "IC-6 only attributes may be optional": """INSERT { ?c qb:componentRequired false }
        WHERE { ?c qb:dimension kg:kind }""",
    "IC-11 every dimension has a value": f"DELETE WHERE {{ {FIGURE} kg:status ?s }}",
    "IC-12 no two observations agree in all dimensions": f"""INSERT {{ observation:x ?p ?o }}
        WHERE {{ {FIGURE} ?p ?o }}""",
    "IC-13 required attributes have a value": f"DELETE WHERE {{ {FIGURE} kg:comparator ?c }}",
    "IC-14 every measure has a value": f"DELETE WHERE {{ {FIGURE} kg:amount ?a }}",
    "IC-18 data set links agree": f"INSERT DATA {{ kg:other qb:observation {FIGURE} }}",
    "IC-19 codes are of their list": f"""DELETE {{ {FIGURE} kg:kind ?k }}
        INSERT {{ {FIGURE} kg:kind kg:Equal }} WHERE {{ {FIGURE} kg:kind ?k }}""",
}


def cube(update: str = "") -> ox.Store:
    """A made-up cube with two figures that differ in nothing but where they are said."""
    again = figure("observation/2025-04-24-东山县-240", 220)
    store = store_of(triples(knowledge(again, figure("observation/2025-04-24-西山区-9", 9, WEST))))
    store.load(path=str(ontology("fayan.ttl")))
    if update:
        store.update(update, prefixes=PREFIXES)
    store.update(NORMALISATION, prefixes=PREFIXES)
    return store


def violated(store: ox.Store) -> set[str]:
    return {
        name
        for name, query in CONSTRAINTS.items()
        if list(store.query(query, prefixes=PREFIXES))  # type: ignore[arg-type]
    }


def test_the_cube_is_well_formed() -> None:
    assert violated(cube()) == set()


def test_the_cube_of_the_seed_is_well_formed(seed_graph: Graph) -> None:
    store = ox.Store()
    store.extend(seed_graph.store)
    store.load(path=str(ontology("fayan.ttl")))
    store.update(NORMALISATION, prefixes=PREFIXES)
    assert violated(store) == set()
    observations = store.query("SELECT ?o { ?o a qb:Observation }", prefixes=PREFIXES)
    assert len(list(observations)) == len(seed_graph.contents.figures) > 100  # type: ignore[arg-type]


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_each_constraint_can_fail(name: str) -> None:
    assert name in violated(cube(BREAKS[name]))


def test_the_constraints_that_are_left_out_have_nothing_to_constrain() -> None:
    absent = "qb:Slice", "qb:SliceKey", "qb:HierarchicalCodeList", "qb:ObservationGroup"
    for cls in absent:
        assert not cube().query(f"ASK {{ ?x a {cls} }}", prefixes=PREFIXES)
    assert not cube().query("ASK { ?x ?y qb:measureType }", prefixes=PREFIXES)


def test_a_consumer_who_knows_only_sdmx_finds_area_period_value_and_unit() -> None:
    """One step of RDFS, as any cube browser takes it, and no term of ours."""
    rows = cube().query(
        """PREFIX d: <http://purl.org/linked-data/sdmx/2009/dimension#>
        PREFIX m: <http://purl.org/linked-data/sdmx/2009/measure#>
        PREFIX a: <http://purl.org/linked-data/sdmx/2009/attribute#>
        SELECT DISTINCT ?area ?period ?value ?unit {
            ?pa rdfs:subPropertyOf d:refArea . ?pp rdfs:subPropertyOf d:refPeriod .
            ?pv rdfs:subPropertyOf m:obsValue . ?pu rdfs:subPropertyOf a:unitMeasure .
            ?o qb:dataSet/qb:structure kg:ObservationStructure .
            ?o ?pa ?area ; ?pp ?period ; ?pv ?value ; ?pu ?unit } ORDER BY ?area""",
        prefixes=PREFIXES,
    )
    found = [tuple(term.value for term in row) for row in rows]  # type: ignore[union-attr]
    unit = PREFIXES["unit"]
    assert found == [
        (unit + "东山县", "2025-Q1", "567000000", "元"),
        (unit + "西山区", "2025-Q1", "567000000", "元"),
    ]
