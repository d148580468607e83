"""Tokens: who may write through the web.  The table is written out as it was made, whatever becomes of schema.py."""

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, PrimaryKeyConstraint, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import TEXT

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of tokens."""
    word = Text().with_variant(TEXT(collation="C"), "postgresql")
    op.create_table(
        "tokens",
        Column("number", BigInteger().with_variant(Integer(), "sqlite"), autoincrement=False),
        Column("name", word, nullable=False),
        Column("digest", word, nullable=False),
        Column("made", word, nullable=False),
        Column("revoked", word),
        PrimaryKeyConstraint("number", name="pk_tokens"),
        UniqueConstraint("digest", name="uq_tokens_digest"),
    )
    op.create_index("ix_tokens_name", "tokens", ["name"])
