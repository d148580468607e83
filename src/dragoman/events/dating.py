"""When it happened: the time phrase that hangs with the event's words, else the day of publication.

A draft and the sentence's time expressions in, a Timing out.  What is older than 90 days before the
report is background: `historical`, with its own date.
"""

import datetime
from dataclasses import dataclass

from dragoman.events.drafts import Draft
from dragoman.events.scene import Scene
from dragoman.events.story import background_time, story_day
from dragoman.records import Predication, TimeExpression

OLD_DAYS = 90  # PLOVER's bound for `historical` (ontology: status)
OWN_CLAUSE = frozenset("object subject conj xcomp in at to on of for with during by between dobj pobj".split())
STEPS = 4
SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "SUPPORT", "CONCEDE"})
AUXILIARY = ("aux", "auxpass")
AROUND = frozenset({"after", "when", "as", "once", "before"})  # open clauses of the same month or year
MODIFIERS = frozenset({"poss", "compound", "nummod", "nmod", "amod"})
WITHIN = frozenset({"at", "in", "during", "on", "throughout", "after", "following"})
TIME_NOUNS = frozenset(
    "dawn morning afternoon evening night hour day eve week weekend month year half quarter end start".split()
)
NEAR_CUE = 80  # characters; "said in a statement late on Tuesday" and the like fit, the next sentence seldom does


@dataclass(frozen=True, slots=True)
class Timing:
    """The days of an event, both ends included, as ISO days; `phrase` is the time expression used, if any.

    `is_background` tells that it is told among things long past, with no day of its own.
    """

    first_day: str | None
    last_day: str | None
    precision: str | None
    basis: str | None
    planned_first: str | None = None
    planned_last: str | None = None
    phrase: TimeExpression | None = None
    is_background: bool = False


def date_draft(scene: Scene, draft: Draft) -> Timing:
    """Return when the draft's act happened, or was announced where it is still to come."""
    phrase = _phrase_for(scene, draft) or _phrase_of_frame(scene, draft)
    day = (scene.sentence.published or "")[:10] or None
    report = _report_day(scene, draft, day)
    if phrase is None and draft.event in SPOKEN:
        phrase = _phrase_of_speech(scene, draft)
        if phrase is not None and phrase.precision == "day" and (day is None or phrase.last_day <= day):
            return Timing(phrase.first_day, phrase.last_day, phrase.precision, "context", phrase=phrase)
        if phrase is not None or not _is_background(scene, draft):
            return report
    if phrase is None:
        return Timing(None, None, None, None, is_background=True) if _is_background(scene, draft) else report
    if phrase.is_since and day is not None and phrase.first_day <= day and not _opens_clause(scene, phrase, draft):
        is_over = (
            report.first_day is not None and phrase.first_day <= report.first_day and _has_pluperfect(scene, draft)
        )
        return Timing(phrase.first_day, report.first_day if is_over else day, "range", phrase.basis, phrase=phrase)
    if draft.event in ("AGREE", "CONCEDE") and draft.is_ahead and (day is None or phrase.last_day > day):
        return Timing(
            report.first_day, report.last_day, report.precision, report.basis, phrase.first_day, phrase.last_day, phrase
        )
    return Timing(phrase.first_day, phrase.last_day, phrase.precision, phrase.basis, phrase=phrase)


def _opens_clause(scene: Scene, phrase: TimeExpression, draft: Draft) -> bool:
    """Say whether the act stands in a clause that hangs from the time: "since 1969, when troops stormed the camp"."""
    token = scene.token(draft.predication.predicate)
    head = scene.token(token.head)
    return token.relation in ("relcl", "advcl") and phrase.span.start <= head.start < phrase.span.end


def _phrase_of_frame(scene: Scene, draft: Draft) -> TimeExpression | None:
    """Return the month or year that frames an act and a clause beside it: "In May 1988, after troops had fired, …"."""
    verb = draft.predication
    beside = [clause.predicate for clause in scene.embedded(verb) if _is_around(scene, clause)]
    above = scene.parent(verb)
    if above is not None and _is_around(scene, verb):
        beside.append(above.predicate)
    for phrase in scene.marks.times:
        is_coarse = phrase.precision in ("month", "year") and not phrase.is_since
        if is_coarse and scene.sentence.span.covers(phrase.span) and _governor_of(scene, phrase) in beside:
            return phrase
    return None


def _is_around(scene: Scene, clause: Predication) -> bool:
    marks = [child for child in scene.sentence.children(clause.predicate) if child.text.lower() in AROUND]
    is_counted = any(mark.index and scene.lemma(mark.index - 1) in TIME_NOUNS for mark in marks)  # "years after"
    return clause.link == "advcl" and bool(marks) and not is_counted


def _is_told_as_past(scene: Scene, draft: Draft) -> bool:
    verb = draft.predication
    above = scene.parent(verb)
    if verb.kind != "verb" and above is not None:  # "ordered a strike"
        verb = above
    is_past = verb.kind == "verb" and verb.tense == "past" and not _has_present_perfect(scene, verb)
    return is_past and draft.status == "actual" and scene.quotation_over(verb.predicate) is None


def _report_day(scene: Scene, draft: Draft, day: str | None) -> Timing:
    """Return the day of what has none of its own: the story's where other sentences tell it, else publication."""
    story = background_time(scene, OLD_DAYS) if _is_told_as_past(scene, draft) else None
    if story is None and draft.status not in ("future", "hypothetical"):
        story = story_day(scene)
    if story is not None:
        return Timing(story.first_day, story.last_day, story.precision, "context", phrase=story)
    return Timing(day, day, "day" if day else None, "published" if day else None)


def is_old(timing: Timing, published: str | None) -> bool:
    """Say whether an event ended more than 90 days before the report."""
    return timing.is_background or _is_long_ago(timing.last_day, published)


def is_still_to_come(scene: Scene, draft: Draft) -> bool:
    """Say whether an act told in the present has its day behind the report's: "on Monday they begin a drill"."""
    phrase = _phrase_for(scene, draft)
    day = (scene.sentence.published or "")[:10]
    return bool(day) and phrase is not None and phrase.first_day > day


def _is_long_ago(last_day: str | None, published: str | None) -> bool:
    if not (last_day and published):
        return False
    age = datetime.date.fromisoformat(published[:10]) - datetime.date.fromisoformat(last_day)
    return age.days > OLD_DAYS


def _is_background(scene: Scene, draft: Draft) -> bool:
    """Say whether an undated past act stands in a clause below one whose days are long past."""
    verb = draft.predication
    if draft.status != "actual" or (verb.kind == "verb" and verb.tense != "past") or _has_present_perfect(scene, verb):
        return False
    here = [phrase for phrase in scene.marks.times if scene.sentence.span.covers(phrase.span)]
    above = _tokens_above(scene, verb.predicate)
    told = [phrase for phrase in here if _governor_of(scene, phrase) in above]
    return bool(told) and all(_is_long_ago(phrase.last_day, scene.sentence.published) for phrase in told)


def _tokens_above(scene: Scene, index: int) -> set[int]:
    above: set[int] = set()
    while scene.token(index).head not in (index, *above):
        index = scene.token(index).head
        above.add(index)
    return above


def _governor_of(scene: Scene, phrase: TimeExpression) -> int | None:
    """Return the predicate that a time phrase hangs from."""
    predicates = {predication.predicate for predication in scene.predications() if predication.kind != "noun"}
    token = next((t for t in scene.sentence.tokens if phrase.span.start <= t.start < phrase.span.end), None)
    while token is not None and token.index not in predicates:
        token = None if token.head == token.index else scene.token(token.head)
    return token.index if token is not None else None


def _has_present_perfect(scene: Scene, verb: Predication) -> bool:
    children = scene.sentence.children(verb.predicate)
    return any(child.relation == "aux" and child.text.lower() in ("has", "have", "'s", "'ve") for child in children)


def _has_pluperfect(scene: Scene, draft: Draft) -> bool:
    children = scene.sentence.children(draft.predication.predicate)
    return any(child.relation == "aux" and child.text.lower() == "had" for child in children)


def _phrase_for(scene: Scene, draft: Draft) -> TimeExpression | None:
    """Return the time phrase that hangs nearest to the event's words, looking up its own clause only."""
    phrases = [phrase for phrase in scene.marks.times if scene.sentence.span.covers(phrase.span)]
    if not phrases:
        return None
    levels = dict.fromkeys(draft.trigger, 0) | _clause_levels(scene, draft.predication)
    if draft.wrapped is not None:
        inner = _clause_levels(scene, draft.wrapped.predication)
        levels |= {index: level + 1 for index, level in inner.items() if index not in levels}
    ranked: list[tuple[int, int, TimeExpression]] = []
    for phrase in phrases:
        level = _level_of(scene, phrase, levels)
        if level is not None:
            distance = abs(phrase.span.start - scene.token(draft.predication.predicate).start)
            ranked.append((level, distance, phrase))
    return min(ranked, key=lambda item: item[:2])[2] if ranked else None


def _is_meanwhile(scene: Scene, predication: Predication) -> bool:
    marks = {child.text.lower() for child in scene.sentence.children(predication.predicate)}
    is_by_the_way = predication.tense == "gerund" and not marks & AROUND  # "blew up a bridge, killing nine"
    return predication.link == "advcl" and (is_by_the_way or bool(marks & {"while", "as"}))


def _has_own_tense(scene: Scene, predication: Predication) -> bool:
    """A coordinated verb with an auxiliary of its own keeps its own time: "left in May and has since returned"."""
    children = scene.sentence.children(predication.predicate)
    own = ("has", "have", "'s", "’s", "will", "would", "is", "are", "had", "may", "could")
    return predication.link == "conj" and any(
        child.relation in AUXILIARY and child.text.lower() in own for child in children
    )


def _phrase_of_speech(scene: Scene, draft: Draft) -> TimeExpression | None:
    """Return when the words were said that an act is done with: "…," the minister said on Tuesday."""
    quotation = scene.quotation_over(draft.predication.predicate)
    if quotation is None or quotation.cue is None:
        return None
    said, words = quotation.cue.start, quotation.span
    near = [
        phrase
        for phrase in scene.marks.times
        if not words.meets(phrase.span) and abs(phrase.span.start - said) <= NEAR_CUE
    ]
    return min(near, key=lambda phrase: abs(phrase.span.start - said), default=None)


def _clause_levels(scene: Scene, predication: Predication) -> dict[int, int]:
    """Return the predicates whose time is the event's too, with how far up they stand."""
    levels = {predication.predicate: 0}
    current = predication
    for level in range(1, STEPS):
        above = scene.parent(current)
        is_own = current.link in OWN_CLAUSE or _is_meanwhile(scene, current)
        if above is None or not is_own or _has_own_tense(scene, current):
            break
        levels[above.predicate] = level
        current = above
    for clause in scene.embedded(predication):  # "were wounded when a bomb exploded on Monday"
        marks = [child.text.lower() for child in scene.sentence.children(clause.predicate)]
        if clause.link == "advcl" and "when" in marks:
            levels.setdefault(clause.predicate, 1)
    token = scene.token(predication.predicate)
    if token.head not in levels and scene.token(token.head).lemma == "be":
        levels[token.head] = 1
    return levels


def _level_of(scene: Scene, phrase: TimeExpression, levels: dict[int, int]) -> int | None:
    """Climb from the phrase's words to the first predicate of the event's clause; None where another comes first."""
    others = {predication.predicate for predication in scene.predications() if predication.kind != "noun"}
    inside = [token for token in scene.sentence.tokens if phrase.span.start <= token.start < phrase.span.end]
    if not inside:
        return None
    indices = {token.index for token in inside}
    for predicate, level in levels.items():  # "in 1998, when A visited B": the clause hangs from the time itself
        if scene.token(predicate).head in indices and scene.token(predicate).relation in ("relcl", "advcl"):
            return level
    token = next((part for part in inside if part.head not in indices or part.head == part.index), inside[0])
    for _ in range(len(scene.sentence.tokens)):
        if token.index in levels:
            return levels[token.index]
        if token.index in others or token.head == token.index or _dates_another_act(scene, token.index, levels):
            return None
        token = scene.token(token.head)
    return None


def _dates_another_act(scene: Scene, index: int, levels: dict[int, int]) -> bool:
    """Say whether a word ties the time to a noun beside the act: "condemned Monday's raid", "the accord of 2015".

    What an act does, or in what it was done, shares its time: "Monday's raid killed two", "at the 2015 summit".
    """
    token = scene.token(index)
    is_of = token.relation == "prep" and token.text.lower() == "of"
    noun = scene.token(token.head)
    if not (is_of or token.relation in MODIFIERS) or noun.pos not in ("NOUN", "PROPN") or noun.index in levels:
        return False
    is_misread = index > 0 and token.relation != "poss" and scene.token(index - 1).pos == "ADP"  # "In June Peru's army"
    if noun.lemma.lower() in TIME_NOUNS or scene.is_time(noun.index) or (is_misread and not is_of):
        return False
    above = scene.token(noun.head)
    return noun.relation != "nsubj" and not (noun.relation == "pobj" and above.text.lower() in WITHIN)
