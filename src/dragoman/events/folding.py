"""PLOVER's rules for what folds into what: a draft in, the draft as it is recorded out.

An act of cooperation that is still to come is the commitment to it: AGREE, done when it is announced.  A
yielding still to come is CONCEDE.  A cooperation that somebody says will not be is a REJECT.
"""

import dataclasses

from dragoman.events.drafts import Draft
from dragoman.events.status import GOING_ON
from dragoman.events.wrapping import COOPERATIVE, YIELDING


def fold(draft: Draft) -> Draft:
    """Return the draft under the type and status that PLOVER gives it."""
    if draft.event == "THREATEN" and draft.row.actor == ("speaker",):
        return dataclasses.replace(draft, status="actual", is_ahead=False)  # the harm is to come, the threat is uttered
    if draft.status == "future" and draft.predication.lemma in GOING_ON:
        return dataclasses.replace(draft, status="actual", is_ahead=False)
    if draft.status == "future" and draft.is_ahead and draft.event in COOPERATIVE:
        is_mutual = draft.is_mutual and not draft.recipients  # who will meet another binds himself to him
        return dataclasses.replace(draft, event="AGREE", mode=None, status="actual", is_mutual=is_mutual)
    if draft.status == "future" and draft.event in YIELDING:
        return dataclasses.replace(draft, event="CONCEDE", mode=None, status="actual")
    if draft.status == "negation" and draft.is_ahead and draft.event in COOPERATIVE:
        mode = {"AID": "assist", "CONSULT": "meet"}.get(draft.event, "change")
        one_sided = dataclasses.replace(draft, event="REJECT", mode=mode, status="actual", is_ahead=False)
        return dataclasses.replace(one_sided, is_mutual=False)
    return draft
