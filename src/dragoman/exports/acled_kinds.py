"""What a PLOVER event is to ACLED: its types, its kinds of actor, and what falls outside.

In comes a `Row`; out go ACLED's labels, or None where ACLED does not tell such an event.  To map another mode, add it
to the table of its type.
"""

from types import MappingProxyType

from dragoman.exports.parties import Party, Row

VIOLENCE, DEMONSTRATIONS, MOVES = "Political violence", "Demonstrations", "Strategic developments"
BATTLE = (VIOLENCE, "Battles", "Armed clash")
ATTACK = (VIOLENCE, "Violence against civilians", "Attack")
PEACEFUL = (DEMONSTRATIONS, "Protests", "Peaceful protest")
VIOLENT = (DEMONSTRATIONS, "Riots", "Violent demonstration")
ARMED = frozenset({"MIL", "GOV", "COP", "SPY", "PRM", "REB", "UAF", "CRM", ""})
STATE = frozenset({"MIL", "GOV", "COP", "SPY", "LEG", "JUD", ""})

PROTEST_KINDS = MappingProxyType({"riot": VIOLENT, "vandalize": VIOLENT})
ASSAULT_KINDS = MappingProxyType(
    {
        "abduct": (VIOLENCE, "Violence against civilians", "Abduction/forced disappearance"),
        "sexual": (VIOLENCE, "Violence against civilians", "Sexual violence"),
        "torture": ATTACK,
        "beat": ATTACK,
        "explosives": (VIOLENCE, "Explosions/Remote violence", "Remote explosive/landmine/IED"),
        "suicide-attack": (VIOLENCE, "Explosions/Remote violence", "Suicide bomb"),
        "aerial": (VIOLENCE, "Explosions/Remote violence", "Air/drone strike"),
        "drone": (VIOLENCE, "Explosions/Remote violence", "Air/drone strike"),
        "heavy-weapons": (VIOLENCE, "Explosions/Remote violence", "Shelling/artillery/missile attack"),
        "unconventional": (VIOLENCE, "Explosions/Remote violence", "Chemical weapon"),
        "destroy": (MOVES, "Strategic developments", "Looting/property destruction"),
        "crowd-control": (f"{VIOLENCE}; {DEMONSTRATIONS}", "Protests", "Excessive force against protesters"),
    }
)
COERCE_KINDS = MappingProxyType(
    {
        "arrest": (MOVES, "Strategic developments", "Arrests"),
        "seize": (MOVES, "Strategic developments", "Looting/property destruction"),
    }
)
MOBILIZE_KINDS = MappingProxyType(
    dict.fromkeys(("troops", "weapons", "militia"), (MOVES, "Strategic developments", "Change to group/activity"))
)
RETREAT_KINDS = MappingProxyType(
    {
        "ceasefire": (MOVES, "Strategic developments", "Agreement"),
        "disarm": (MOVES, "Strategic developments", "Disrupted weapons use"),
        "withdraw": (MOVES, "Strategic developments", "Change to group/activity"),
    }
)
INTER_LABELS = MappingProxyType(
    {"REB": "Rebel group", "PRM": "Political militia", "UAF": "Political militia", "CRM": "Political militia"}
)


def acled_kind(row: Row) -> tuple[str, str, str] | None:
    """Return ACLED's disorder, event and sub-event type; None for what ACLED does not tell."""
    if row.type == "PROTEST":
        return PROTEST_KINDS.get(row.mode or "", PEACEFUL)
    if row.type == "ASSAULT":
        return ASSAULT_KINDS.get(row.mode or "", ATTACK if is_against_civilians(row) else BATTLE)
    if row.type == "COERCE":
        return COERCE_KINDS.get(row.mode or "")
    if row.type == "RETREAT":
        return RETREAT_KINDS.get(row.mode or "")
    return MOBILIZE_KINDS.get(row.mode or "") if row.type == "MOBILIZE" else None


def is_against_civilians(row: Row) -> bool:
    """Say whether it is violence on people who bear no arms."""
    return row.type == "ASSAULT" and row.recipient is not None and row.recipient.sector not in ARMED


def inter_label(party: Party, row: Row) -> str:
    """Return ACLED's label of a kind of actor."""
    if party.sector not in STATE | set(INTER_LABELS):
        if row.type == "PROTEST" and party is row.actor:
            return "Rioters" if (acled_kind(row) or PEACEFUL)[1] == "Riots" else "Protesters"
        return "Civilians"
    if party.sector in INTER_LABELS:
        return INTER_LABELS[party.sector]
    is_abroad = row.place.country is not None and party.code != row.place.country
    return "External/Other forces" if is_abroad or not row.codes.states.is_country(party.code) else "State forces"


def acled_actor(party: Party, row: Row) -> str:
    """Return a party in ACLED's words: "Military Forces of Chad", "Protesters (Peru)", a group's own name."""
    country = row.codes.states.name(party.code, "acled") if party.code else ""
    if party.sector in INTER_LABELS and party.names:
        return party.names[0]
    forces = {"MIL": "Military Forces of", "COP": "Police Forces of", "": "Government of"}
    label = inter_label(party, row)
    if party.sector in STATE and row.codes.states.is_country(party.code):
        return f"{forces.get(party.sector, 'Government of')} {country}"
    if label in ("Protesters", "Rioters", "Civilians"):
        return f"{label} ({country})" if country else label
    return (party.names or (country or label,))[0]
