from tests.extract.sentence_facts import things


def test_hosted_names_are_events_even_without_a_head() -> None:
    assert things("举办环球美食汇，召开民营经济大会。") == {
        ("Event", "环球美食汇"),
        ("Event", "民营经济大会"),
    }
