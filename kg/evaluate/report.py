"""Writes an evaluation as plain text for the terminal."""

from __future__ import annotations

from kg.evaluate.score import Evaluation, Measure, Outcome

_HEADINGS = {
    Measure.OBSERVATIONS: "figures",
    Measure.ENTITIES: "names",
    Measure.GROUPED: "groups",
    Measure.RELATIONS: "relations",
    Measure.UNITS: "units",
    Measure.OFFICIALS: "officials",
}


def table(evaluation: Evaluation) -> str:
    """Precision, recall and F1 of every measure over all passages, then F1 by passage.

    A dash stands where there was nothing to score.
    """
    width = max(len(measure) for measure in Measure)
    lines = [f"{'':{width}}  precision  recall     F1   found  missed  wrong"]
    for measure in Measure:
        lines.append(f"{measure:{width}}  {_scores(evaluation.total(measure))}")
    lines += ["", "F1 by passage", "  ".join(f"{word:>9}" for word in _HEADINGS.values())]
    for passage in evaluation.passages:
        scores = "  ".join(f"{_f1(passage.outcomes[measure]):>9}" for measure in Measure)
        lines.append(f"{scores}  {passage.docid}")
    return "\n".join(lines)


def _scores(outcome: Outcome) -> str:
    found, missed, wrong = len(outcome.found), len(outcome.missed), len(outcome.wrong)
    precision = f"{outcome.precision:.3f}" if found or wrong else "-"
    recall = f"{outcome.recall:.3f}" if found or missed else "-"
    counts = f"{found:6}  {missed:6}  {wrong:5}"
    return f"{precision:>9}  {recall:>6}  {_f1(outcome):>5}  {counts}"


def _f1(outcome: Outcome) -> str:
    return f"{outcome.f1:.3f}" if outcome.found or outcome.missed or outcome.wrong else "-"


def misses(evaluation: Evaluation) -> str:
    """What was missed and what was wrong, passage by passage; passages without either are left out.

    A thing of the right name in the wrong group is listed once, under the groups.
    """
    return "\n".join(
        line
        for passage in evaluation.passages
        if (lines := _differences(passage.outcomes))
        for line in (passage.docid, *lines)
    )


def _differences(outcomes: dict[Measure, Outcome]) -> list[str]:
    lines = []
    for measure in Measure:
        outcome = outcomes[measure]
        missed, wrong = outcome.missed, outcome.wrong
        if measure is Measure.GROUPED:
            missed = tuple(each for each in missed if each not in outcomes[Measure.ENTITIES].missed)
            wrong = tuple(each for each in wrong if each not in outcomes[Measure.ENTITIES].wrong)
        lines += [f"  {measure}: missed  {each}" for each in missed]
        lines += [f"  {measure}: wrong   {each}" for each in wrong]
    return lines
