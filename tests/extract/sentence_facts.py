"""What one sentence is found to name and state, for the tests of mentions and relations."""

from kg.extract.mentions import find_mentions
from kg.extract.relations import find_relations
from kg.extract.sentences import sentences
from kg.records import Mention, Relation, Status
from tests.extract.helpers import speech_of


def mentions_in(text: str, unit: str = "云山区", region: str = "重庆市") -> tuple[Mention, ...]:
    """The mentions of a speech whose text is `text`."""
    speech = speech_of(text, unit=unit, region=region)
    return find_mentions(speech, sentences(speech.text))


def named(text: str, unit: str = "云山区", region: str = "重庆市") -> set[tuple[str, str]]:
    """Each thing named in `text` as (class, name)."""
    return {(each.cls.value, each.name) for each in mentions_in(text, unit, region)}


def things(text: str, unit: str = "云山区", region: str = "重庆市") -> set[tuple[str, str]]:
    """Like `named`, without units: districts and departments are tested by themselves."""
    found = mentions_in(text, unit, region)
    return {(each.cls.value, each.name) for each in found if each.cls.group.value != "Unit"}


def relations_in(text: str, unit: str = "云山区", region: str = "重庆市") -> tuple[Relation, ...]:
    """The relations of a speech whose text is `text`."""
    speech = speech_of(text, unit=unit, region=region)
    cut = sentences(speech.text)
    return find_relations(speech, cut, find_mentions(speech, cut))


def stated(text: str, unit: str = "云山区", region: str = "重庆市") -> set[tuple[str, str, str]]:
    """Each relation of `text` as (subject or "U", predicate, object)."""
    return {
        (each.subject.name if each.subject else "U", each.predicate.value, each.object.name)
        for each in relations_in(text, unit, region)
    }


def planned(text: str) -> set[tuple[str, Status]]:
    """The object of each relation of `text` with its status."""
    return {(each.object.name, each.status) for each in relations_in(text)}
