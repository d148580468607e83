"""The tables of a store, written down once for both back ends; docs/store.md draws them.

Nothing comes in; `METADATA` goes out.  To add a table or a column, write it here and add a script to
migrations/versions/ that carries older stores over to it: a fresh store is made from this file as it stands.
Keys and days are text that compares by code point on both back ends.  `number` counts rows of a table from 1, in
the order in which they came; the writer gives them out, as there is never more than one.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import TEXT
from sqlalchemy.types import TypeEngine

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# A language's own order of letters would put days and keys in another order than SQLite's.
_WORD: TypeEngine[str] = Text().with_variant(TEXT(collation="C"), "postgresql")
_BIG: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")

# The number in `event_sides.side` and `story_sides.side`; parties to a reciprocal act stand on both sides.
ACTOR, RECIPIENT, BOTH = 0, 1, 2
# The number in `way`: from the code that comes first in the alphabet to the other, back, or reciprocal.
FORTH, BACK, MUTUAL = 0, 1, 2


def _key(name: str = "key") -> Column[str]:
    return Column(name, _WORD, primary_key=True)


def _number(name: str = "number") -> Column[int]:
    return Column(name, _BIG, primary_key=True, autoincrement=False)


def _told(name: str) -> Column[str]:
    return Column(name, _WORD, nullable=False)


def _maybe(name: str) -> Column[str | None]:
    return Column(name, _WORD)


def _count(name: str) -> Column[int]:
    return Column(name, _BIG, nullable=False)


def _sum(name: str) -> Column[float]:
    return Column(name, Float(53), nullable=False)


RUNS = Table(
    "runs",
    METADATA,
    _number(),
    _told("kind"),
    _told("started"),
    _maybe("ended"),
    _told("state"),
    _told("coder"),
    _told("parser"),
    _told("knowledge"),
    _told("settings"),
    _told("counts"),
)
ARTICLES = Table(
    "articles",
    METADATA,
    _number(),
    Column("key", _WORD, nullable=False, unique=True),
    Column("heading", _WORD, index=True),  # digest of outlet and title, under which listed headlines find it
    _maybe("outlet"),
    _maybe("title"),
    _maybe("published"),
    _maybe("day"),
    _maybe("language"),
    _maybe("genre"),
    _maybe("section"),
    _maybe("author"),
    _maybe("address"),
    _told("state"),
    _maybe("reason"),
    _count("revision"),
    _maybe("credit"),
    _told("reporter"),
    Column("copy_of", _WORD, index=True),
    _count("first_run"),
    _maybe("fetched"),
    Index("ix_articles_day", "day", "key"),
)
DOCUMENTS = Table(
    "documents",
    METADATA,
    _key(),
    _told("doc_id"),
    _told("digest"),
    _told("via"),
    _maybe("address"),
    _maybe("fetched"),
    Column("article", _WORD, ForeignKey("articles.key"), index=True),
    _count("run"),
)
RAW_PAGES = Table(
    "raw_pages",
    METADATA,
    Column("document", _WORD, ForeignKey("documents.key"), primary_key=True),
    Column("until", _WORD, index=True),
    Column("page", LargeBinary, nullable=False),
)
REVISIONS = Table(
    "revisions",
    METADATA,
    Column("article", _WORD, ForeignKey("articles.key"), primary_key=True),
    Column("revision", _BIG, primary_key=True, autoincrement=False),
    _told("body"),  # digest of title, deck and paragraphs
    _told("document"),
    _count("run"),
    Column("record", LargeBinary, nullable=False),
)
SIGHTINGS = Table(
    "sightings",
    METADATA,
    _key(),
    Column("heading", _WORD, nullable=False, index=True),
    _maybe("outlet"),
    _told("title"),
    _maybe("published"),
    Column("first_seen", _WORD, nullable=False, index=True),
    _count("seen"),
    Column("page", _WORD, ForeignKey("articles.key"), nullable=False),  # the article that listed it first
    _maybe("article"),
)
SENTENCES = Table(
    "sentences",
    METADATA,
    _number(),
    Column("article", _WORD, ForeignKey("articles.key"), nullable=False, index=True),
    _told("text"),
)
EVENTS = Table(
    "events",
    METADATA,
    _number(),
    Column("key", _WORD, nullable=False, unique=True),
    Column("article", _WORD, ForeignKey("articles.key"), nullable=False, index=True),
    Column("sighting", _WORD, ForeignKey("sightings.key"), index=True),
    Column("sentence", _BIG, ForeignKey("sentences.number"), nullable=False, index=True),
    _told("version"),
    _count("versions"),
    _maybe("gone"),  # why the coder or the article took it back; null while it is told
    _told("state"),
    _maybe("reason"),
    Column("corrected", Boolean, nullable=False),
    Column("confirmed", Boolean, nullable=False),
    _told("event"),
    Column("quad", _BIG, nullable=False),
    _told("status"),
    _told("section"),
    _maybe("genre"),
    _maybe("outlet"),
    _maybe("country"),
    Column("claim", Boolean, nullable=False),
    _sum("confidence"),
    _maybe("date"),
    _maybe("enddate"),
    _told("seen"),  # when it was published, to the minute as told; "" where nobody knows
    _told("record"),
    Index("ix_events_seen", "seen", "number"),
)
EVENT_SIDES = Table(
    "event_sides",
    METADATA,
    Column("owner", _BIG, ForeignKey("events.number"), primary_key=True, autoincrement=False),
    Column("position", SmallInteger, primary_key=True, autoincrement=False),
    Column("side", SmallInteger, nullable=False),
    _maybe("code"),
    _told("sector"),
    _maybe("entity"),
    _maybe("name"),
    Index("ix_event_sides_code", "code", "owner"),
    Index("ix_event_sides_entity", "entity", "owner"),
    sqlite_with_rowid=False,
)
EVENT_VERSIONS = Table(
    "event_versions",
    METADATA,
    Column("event", _WORD, ForeignKey("events.key"), primary_key=True),
    Column("number", _BIG, primary_key=True, autoincrement=False),
    _told("version"),
    Column("since_run", _BIG, nullable=False, index=True),
    Column("until_run", _BIG),
    _maybe("end"),
    Column("record", LargeBinary, nullable=False),
)
ENTITIES = Table(
    "entities",
    METADATA,
    _number(),
    _told("entity"),
    _told("name"),
    _maybe("code"),
    _told("sector"),
    _maybe("first_day"),
    _maybe("last_day"),
    _count("events"),
    _told("article"),
    UniqueConstraint("entity", "name"),
)
STORIES = Table(
    "stories",
    METADATA,
    _number(),
    Column("key", _WORD, nullable=False, unique=True),
    _told("event"),
    Column("quad", _BIG, nullable=False),
    _told("status"),
    _maybe("country"),
    Column("face", _BIG, nullable=False),
    Column("day", _WORD, index=True),  # the day that it counts on
    _maybe("first_seen"),
    _told("last_seen"),
    _told("record"),
    Index("ix_stories_last_seen", "last_seen", "number"),
)
STORY_SIDES = Table(
    "story_sides",
    METADATA,
    Column("owner", _BIG, ForeignKey("stories.number"), primary_key=True, autoincrement=False),
    Column("position", SmallInteger, primary_key=True, autoincrement=False),
    Column("side", SmallInteger, nullable=False),
    _maybe("code"),
    _told("sector"),
    _maybe("entity"),
    Index("ix_story_sides_code", "code", "owner"),
    Index("ix_story_sides_entity", "entity", "owner"),
    sqlite_with_rowid=False,
)
STORY_TELLINGS = Table(
    "story_tellings",
    METADATA,
    Column("event", _WORD, ForeignKey("events.key"), primary_key=True),
    Column("story", _WORD, ForeignKey("stories.key"), nullable=False, index=True),
    Column("article", _WORD, nullable=False, index=True),
    _told("reporter"),
    _told("how"),
    _sum("score"),
    sqlite_with_rowid=False,
)
# Where `near_stories` looks: `width` is the power of four that a story's days fit in, so that for each width
# one short range of first days holds all that can reach into a span.
STORY_DAYS = Table(
    "story_days",
    METADATA,
    _key("code"),  # "" for a story with no coded side
    Column("width", SmallInteger, primary_key=True, autoincrement=False),
    _key("first_day"),
    Column("story", _BIG, ForeignKey("stories.number"), primary_key=True, autoincrement=False),
    _told("last_day"),
    Index("ix_story_days_story", "story"),
    sqlite_with_rowid=False,
)
STORY_MARKS = Table(
    "story_marks",
    METADATA,
    _key("first"),
    _key("second"),
    _told("verdict"),
    _told("who"),
    _told("why"),
    _told("at"),
    Index("ix_story_marks_second", "second"),
)
# What a story has put into the roll-ups, so that exactly this can be taken out again.
STORY_DYADS = Table(
    "story_dyads",
    METADATA,
    Column("story", _BIG, ForeignKey("stories.number"), primary_key=True, autoincrement=False),
    _key("low"),
    _key("high"),
    Column("way", SmallInteger, primary_key=True, autoincrement=False),
    _told("day"),
    _told("event"),
    Column("face", _BIG, nullable=False),
    _count("reports"),
    _sum("score"),
    sqlite_with_rowid=False,
)
STORY_OUTLETS = Table(
    "story_outlets",
    METADATA,
    Column("story", _BIG, ForeignKey("stories.number"), primary_key=True, autoincrement=False),
    _key("outlet"),
    _key("day"),
    _count("stories"),
    _count("reports"),
    sqlite_with_rowid=False,
)
# The roll-ups: sums over the two tables above, kept up with every story.
DYADS = Table("dyads", METADATA, _key("low"), _key("high"), Index("ix_dyads_high", "high"), sqlite_with_rowid=False)
DYAD_DAYS = Table(
    "dyad_days",
    METADATA,
    _key("low"),
    _key("high"),
    Column("face", _BIG, primary_key=True, autoincrement=False),
    _key("day"),
    _key("event"),
    Column("way", SmallInteger, primary_key=True, autoincrement=False),
    _count("stories"),
    _count("reports"),
    _sum("score_sum"),
    _sum("square_sum"),
    sqlite_with_rowid=False,
)
DYAD_MONTHS = Table(
    "dyad_months",
    METADATA,
    _key("low"),
    _key("high"),
    _key("day"),
    _key("event"),
    Column("way", SmallInteger, primary_key=True, autoincrement=False),
    _count("stories"),
    _count("reports"),
    _sum("score_sum"),
    _sum("square_sum"),
    sqlite_with_rowid=False,
)
OUTLET_DAYS = Table(
    "outlet_days",
    METADATA,
    _key("outlet"),
    _key("day"),
    _count("stories"),
    _count("reports"),
    sqlite_with_rowid=False,
)
DYAD_OUTLET_DAYS = Table(
    "dyad_outlet_days",
    METADATA,
    _key("low"),
    _key("high"),
    _key("outlet"),
    _key("day"),
    _count("stories"),
    _count("reports"),
    sqlite_with_rowid=False,
)
REJECTIONS = Table(
    "rejections",
    METADATA,
    _number(),
    Column("document", _WORD, ForeignKey("documents.key"), nullable=False),
    _told("doc_id"),
    _told("stage"),
    _told("reason"),
    _told("detail"),
    Column("run", _BIG, nullable=False, index=True),
    _maybe("address"),
)
CORRECTIONS = Table(
    "corrections",
    METADATA,
    _number(),
    Column("key", _WORD, nullable=False, index=True),
    _told("action"),
    _told("who"),
    _told("why"),
    _told("at"),
    _told("changes"),
    Column("undoes", _BIG),
)
SIGNATURES = Table(
    "signatures",
    METADATA,
    Column("article", _WORD, ForeignKey("articles.key"), primary_key=True),
    Column("signature", LargeBinary, nullable=False),
)
BANDS = Table(
    "bands",
    METADATA,
    _key("band"),
    _key("article"),
    Index("ix_bands_article", "article"),
    sqlite_with_rowid=False,
)
FOREIGN_EVENTS = Table(
    "foreign_events",
    METADATA,
    _key("coder"),
    _key("id"),
    _maybe("date"),
    _told("record"),
    Index("ix_foreign_events_date", "coder", "date"),
)
# Who may write through the web; the secret itself is nowhere, only its digest.
TOKENS = Table(
    "tokens",
    METADATA,
    _number(),
    Column("name", _WORD, nullable=False, index=True),
    Column("digest", _WORD, nullable=False, unique=True),
    _told("made"),
    _maybe("revoked"),
)
