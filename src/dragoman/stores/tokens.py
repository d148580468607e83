"""Tokens: who may write through the web.

A token is kept as a digest alone.  A name is given once until its token is revoked; revoked tokens
stay in the list.
"""

from typing import Any

from sqlalchemy import Row, select, update

from dragoman.errors import BadUse
from dragoman.records import AccessToken
from dragoman.stores.access import Access, Pen
from dragoman.stores.packing import plain
from dragoman.stores.schema import TOKENS


def tokens(access: Access) -> tuple[AccessToken, ...]:
    """Return all tokens, oldest first."""
    return tuple(map(_token, access.rows(select(TOKENS).order_by(TOKENS.c.number))))


def token(access: Access, digest: str) -> AccessToken | None:
    """Return the token of this digest, where it is in force."""
    row = access.first(select(TOKENS).where(TOKENS.c.digest == plain(digest), TOKENS.c.revoked.is_(None)))
    return _token(row) if row else None


def save_token(pen: Pen, made: AccessToken) -> None:
    """Keep a new token; BadUse where one in force has its name."""
    name = plain(made.name)
    if pen.access.first(select(TOKENS.c.number).where(TOKENS.c.name == name, TOKENS.c.revoked.is_(None))):
        raise BadUse(f"there is a token named {made.name!r} already; take another name, or revoke that one first")
    row = {"number": pen.number(TOKENS), "name": name, "digest": made.digest, "made": made.made, "revoked": None}
    pen.access.insert(TOKENS, [row])


def revoke_token(access: Access, name: str, *, at: str) -> None:
    """Revoke the token of this name; BadUse where there is none in force."""
    named = update(TOKENS).where(TOKENS.c.name == plain(name), TOKENS.c.revoked.is_(None))
    if not access.change(named.values({"revoked": at})):
        raise BadUse(f"there is no token {name!r} in force; `dragoman token list` shows those there are")


def _token(row: Row[Any]) -> AccessToken:
    return AccessToken(row.name, row.digest, row.made, row.revoked)
