"""Posts told beside names in a text: who holds them, and in which unit."""

from kg.extract.extract import extract
from kg.records import EntityClass, Predicate
from kg.resolve.resolve import resolve
from tests.extract.helpers import speech_of

TEXT = "县长唐军、副县长范明出席。咸宁市图书馆馆长蔡军发言，大河集团董事长魏山表示支持。"


def test_posts_and_what_they_lead() -> None:
    known = resolve([extract(speech_of(TEXT, unit="忠县", region="重庆市"))])
    held = {(one.official.split("-")[-1], one.post, one.unit) for one in known.holdings}
    assert held == {
        ("唐军", "post/忠县县长", "unit/忠县"),
        ("范明", "post/忠县副县长", "unit/忠县"),
        ("蔡军", "post/咸宁市图书馆馆长", "body/咸宁市图书馆"),
        ("魏山", "post/大河集团董事长", ""),
    }
    led = {
        (one.subject.split("-")[-1], one.object)
        for one in known.statements
        if one.predicate is Predicate.LEADS
    }
    assert led == {
        ("唐军", "unit/忠县"),
        ("范明", "unit/忠县"),
        ("蔡军", "body/咸宁市图书馆"),
    }


def test_a_body_led_is_one_thing_with_the_body_named() -> None:
    text = TEXT + "咸宁市图书馆获评全国优秀图书馆。"
    known = resolve([extract(speech_of(text, unit="忠县", region="重庆市"))])
    libraries = [one for one in known.entities if one.label == "咸宁市图书馆"]
    assert [one.cls for one in libraries] == [EntityClass.BODY]
