"""Actors in CAMEO's letters: groups of three from general to specific, as AZEMIL or IGOUNOREFHCR.

In comes a `Party`; out goes its `CameoActor`.  Beware of MED: media in CAMEO, health workers in PLOVER, where media
are JRN.
"""

from dataclasses import dataclass

from dragoman.exports.codes import Codes
from dragoman.exports.parties import Party

# A PLOVER sector that has no line here has no letters in CAMEO, or the same.
ROLE_OF_SECTOR = (("JRN", "MED"), ("MED", "HLH"), ("SOC", "NGO"), ("PRE", ""), ("UNK", ""))
HEAD_OF_SPECIAL = (("UNO", ("IGO", "UNO")), ("EUR", ("IGO", "EEC")), ("ISM", ("NGM", "")))
IMPLIED = frozenset({("NGO", "NGO"), ("MNC", "BUS"), ("IMG", "REB")})  # the head says it already


@dataclass(frozen=True, slots=True)
class CameoActor:
    """An actor's letters: its country or kind, what it does, and the group that CAMEO knows by name."""

    country: str
    kind: str
    roles: tuple[str, ...]
    group: str

    @property
    def root(self) -> str:
        """The first three letters: the country, or the kind of actor."""
        return self.country or self.kind

    @property
    def code(self) -> str:
        """All letters together."""
        first = (self.kind, self.group) if self.group in ("UNO", "EEC") else (self.root, "")
        last = "" if self.group in ("UNO", "EEC") else self.group
        return "".join((*first, *self.roles, last))

    @property
    def types(self) -> tuple[str, ...]:
        """What kind of actor it is, apart from its country."""
        return (self.kind, *self.roles) if self.kind else self.roles


def cameo_actor(party: Party | None, codes: Codes) -> CameoActor | None:
    """Return a party in CAMEO's letters; None where the side is unknown."""
    if party is None:
        return None
    kind, body = dict(HEAD_OF_SPECIAL).get(party.code or "", (party.code or "", ""))
    is_country = codes.states.is_country(party.code)
    group = codes.groups.get(party.entities[0].entity_id or "", "")
    roles = [dict(ROLE_OF_SECTOR).get(sector, sector) for sector in party.sectors]
    kept = tuple(dict.fromkeys(role for role in roles if role and (kind, role) not in IMPLIED))
    if is_country:
        return CameoActor(codes.states.cameo(party.code or ""), "", kept, group)
    if body and group:  # an agency of the United Nations: IGOUNO, what it does, its letters
        return CameoActor("", kind, (body, *kept), group)
    return CameoActor("", kind, kept, body or group)
