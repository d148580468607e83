"""The first revision: nothing is older, so there is nothing to carry over; schema.py makes the tables."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Do nothing: no store is older than this."""
