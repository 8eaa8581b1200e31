"""Names what a figure measures from what was said before it: the figure before, its clause."""

from __future__ import annotations

import re

from kg.extract.figure_additions import change_suffix
from kg.extract.figure_context import Context, Names
from kg.extract.figure_patterns import any_of
from kg.extract.figure_tokens import is_verbal, kept_with, tokens, verb_class
from kg.extract.figure_words import Words
from kg.extract.indicators import clean, compose, head_of, is_bare, is_lent
from kg.extract.measured_lists import conjuncts
from kg.extract.noun_phrases import any_noun, following_name, subject_of
from kg.extract.quantity_runs import Run

# What has an output, a turnover or a trade of its own.
_PRODUCER = re.compile(
    r"(?:业|集群|经济|贸易|旅游|消费|投资|市场|粮|稻|小麦|玉米|大豆|蔬菜|水果|茶叶|生猪|水产|进出口|外贸|园区|开发区|企业|公司|集团)$"
)
_OF_PLACES = re.compile(r"(?:乡镇|街道|村|社区|乡|镇|县|区)$")
_LISTED = ("count", "people", "physical", "place")


def inherited(context: Context, run: Run, words: Words) -> Names:
    """The indicators of the figure before, where the clause of `run` leaves them out."""
    said, count = context.said, len(run.slots)
    if not said.names and count > 1 and (each := _subjects_before(context, run)):
        return Names(each, stems=each)
    if not said.names:
        name = words.act or _noun_nearby(context, run)
        return Names((name,) if name else ())
    resumed = said.counted[1] and said.unit != run.first.base_unit == said.counted[0]
    if resumed and count == 1 and not words.act:
        return Names(said.counted[1:], inherited=True, stems=said.counted[1:])
    if run.first.base_unit == "人" and said.unit != "人" and _OF_PLACES.search(said.stems[-1]):
        return Names(("人口",), stems=("人口",))
    if words.act or (count == 1 and change_suffix(run, words)):
        stem = said.stems[-1]
        return Names((stem + words.act,), inherited=True, stems=(stem,))
    return Names(_as_said(context, run, words), inherited=True, stems=said.stems)


def in_full(context: Context, name: str) -> str:
    """`name`, with what the figure before measured where it says nothing by itself (出口量)."""
    if context.said.stems:
        return _composed(context.said.stems[-1], name) if is_bare(name) else name
    subject = _rising_subject(context) if is_bare(name) or is_lent(name) else ""
    return _composed(subject, name) if subject else name


def _rising_subject(context: Context) -> str:
    """What the clause before tells of, where it states no figure (夏粮再获丰收，总产…), or ""."""
    start, end = context.clause_before(context.left)
    if context.left <= start or any(start <= low < end for low, _ in context.earlier):
        return ""
    subject = clean(subject_of(context.text[start:end])).name
    return subject if _PRODUCER.search(subject) else ""


def each_in_full(context: Context, name: str, count: int) -> tuple[str, ...]:
    """A bare `name` for each of the last `count` things said (总数分别达9家、5个), or ()."""
    said = context.said.things[-count:]
    full = is_bare(name) and len(said) == count
    return tuple(_composed(thing, name) for thing in said) if full else ()


def _composed(thing: str, bare: str) -> str:
    """`bare` of `thing`; a rate is of the thing and not of its stage (项目竣工8个，竣工率40%)."""
    if bare.endswith("率"):
        thing = re.sub(any_of("stage") + "$", "", thing) or thing
    return compose(thing, bare)


def of_the_same(context: Context, run: Run, name: str, listed: bool) -> Names | None:
    """Names for a clause whose `name` is but a verb, or a stage, of the thing said before.

    续建住房50套，新开工20套 counts 新开工住房; `listed` says that the clause goes on with 、, as in
    重大项目开工390个、竣工437个. None for any other name.
    """
    said = context.said
    if not said.stems:
        return None
    stage = any_of("stage")
    if re.fullmatch(stage, name):
        thing = re.sub(stage + "$", "", said.stems[-1])
        return Names((thing + name,)) if listed else None
    clause = context.text[context.left : run.start].lstrip("，、")
    again = kept_with(name) == "all" or listed or clause.startswith("已")
    same_unit = said.unit == run.first.base_unit and run.first.family in _LISTED
    if again and same_unit and _is_verb(name):
        thing = _without_verb(said.stems[-1])
        return Names((name + thing,), stems=(thing,))
    return None


def _is_verb(name: str) -> bool:
    """True for a verb alone (新开工, 出让, 解决), which needs the thing said before."""
    cut = tokens(name)
    verbal = len(cut) == 1 and (verb_class(name) != "" or cut[0].tag == "v")
    return (kept_with(name) == "all" or verbal) and head_of(name) is None


def _without_verb(name: str) -> str:
    cut = tokens(name)
    # A governing verb that is still there is part of a noun (安置房).
    verbal = len(cut) > 1 and cut[0].tag == "v" and not verb_class(cut[0].text)
    return name[cut[0].end :] if verbal and len(name) - cut[0].end > 1 else name


def takes_verb(name: str) -> bool:
    """True for a thing listed after another (土地、厂房), no amount, without its own verb."""
    head = head_of(name)
    return (head is None or head.kind == "thing") and not verb_class(tokens(name)[0].text)


def carried_verb(context: Context, run: Run, name: str) -> str:
    """The verb that `name`, listed with 、 after another thing, shares with it; else ""."""
    return context.said.verb if run.first.family in _LISTED and takes_verb(name) else ""


def _as_said(context: Context, run: Run, words: Words) -> tuple[str, ...]:
    said, count = context.said, len(run.slots)
    # A total is one of the stock: 新建绿道137公里、累计达到2136公里.
    names = said.stems if "累计" in context.text[context.left : run.start] else said.names
    if words.each and count == 1:
        return said.series if len(said.series) > 1 else names
    if count == len(names):
        return names
    if count > 1:
        before = _subjects_before(context, run)
        if before:
            return before
        if count <= len(said.history):
            return said.history[-count:]
    return (names[-1],)


def _noun_nearby(context: Context, run: Run) -> str:
    """The best noun where neither the clause nor an earlier figure gives a name."""
    start, end = context.clause_before(run.start)
    before = following_name(context.text[start:end], whole_object=False)
    verb = context.text[context.left : run.start].strip("，、。 ")
    cut = tokens(verb)
    verb = verb if len(cut) <= 2 and all(is_verbal(token) for token in cut) else ""
    return before or any_noun(context.text[run.end : context.sentence.end]) or verb


def _subjects_before(context: Context, run: Run) -> tuple[str, ...]:
    """The things that the clause before names, where it states no figure itself."""
    start, end = context.clause_before(run.start)
    if any(start <= low < end for low, _ in context.earlier):
        return ()
    subject = following_name(context.text[start:end], whole_object=False)
    return conjuncts(subject, len(run.slots))
