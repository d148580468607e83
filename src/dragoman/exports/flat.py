"""The flat table of events: all fields of the record, for spreadsheets, data frames and SQL.

In comes a `Row` that keeps all parties together; out goes one cell a column.  Lists are joined with "; " in CSV and
stay lists in Parquet.  To add a column, add a line here; the codebook and the data package follow.
"""

from collections.abc import Sequence

from dragoman.exports.columns import Column
from dragoman.exports.parties import NO_PLACE, Row
from dragoman.records import Attribution, Entity, Size

NO_ATTRIBUTION = Attribution(speaker="", entity_id=None, code=None, sector="", manner="")
NO_SIZE = Size()
DAY = "ISO 8601"
COUNTS = "whole numbers from 0"
UNDATED = "undated: told as background without a day"
NONE_TOLD = "not told"
FIRST_HAND = "the outlet speaks itself"
NO_CODE = "an empty entry of the list: a party without a country"


def _attribution(row: Row) -> Attribution:
    return row.event.attribution or NO_ATTRIBUTION


def _size(row: Row) -> Size:
    return row.event.size or NO_SIZE


def _codes(entities: Sequence[Entity]) -> tuple[str, ...]:
    return tuple(entity.code or "" for entity in entities)


def _sectors(entities: Sequence[Entity]) -> tuple[str, ...]:
    return tuple(entity.sector for entity in entities)


def _texts(entities: Sequence[Entity]) -> tuple[str, ...]:
    return tuple(entity.entity_text or "" for entity in entities)


def _ids(entities: Sequence[Entity]) -> tuple[str, ...]:
    return tuple(entity.entity_id or "" for entity in entities)


ID_COLUMNS = (
    Column("id", "text", "digest of this version of the event", lambda row: row.event.id),
    Column("key", "text", "what stays the same when the article is coded again", lambda row: row.event.key),
    Column("doc_id", "text", "the input it was read from", lambda row: row.event.doc_id),
)
TIME_COLUMNS = (
    Column("date", "day", "first day of the event", lambda row: row.event.date, DAY, UNDATED),
    Column("enddate", "day", "last day of the event, included", lambda row: row.event.enddate, DAY, UNDATED),
    Column(
        "date_precision",
        "text",
        "how fine the date is told",
        lambda row: row.event.date_precision,
        "day, week, month, year, range",
        UNDATED,
    ),
    Column(
        "date_basis",
        "text",
        "where the date comes from",
        lambda row: row.event.date_basis,
        "text, context, published",
        UNDATED,
    ),
    Column("planned_date", "day", "first day of the act committed to", lambda row: row.event.planned_date, DAY, "none"),
    Column(
        "planned_enddate", "day", "last day of the act committed to", lambda row: row.event.planned_enddate, DAY, "none"
    ),
)
ACT_COLUMNS = (
    Column("event", "list", "PLOVER 2.0 type; exactly one", lambda row: row.event.event, "AGREE to ASSAULT"),
    Column("mode", "list", "PLOVER modes of the type", lambda row: row.event.mode, empty="no mode"),
    Column("context", "list", "PLOVER contexts", lambda row: row.event.context, empty="no context"),
    Column(
        "quad_code",
        "whole",
        "PLOVER class",
        lambda row: row.event.quad_code,
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    ),
    Column(
        "event_scale",
        "number",
        "PLOVER score of type and mode",
        lambda row: row.event.event_scale,
        "-10 conflict to +10 cooperation",
    ),
    Column(
        "status",
        "text",
        "whether it is told as done",
        lambda row: row.event.status,
        "actual, historical, future, hypothetical, negation",
    ),
    Column(
        "reciprocal",
        "yes-no",
        "whether all parties, who then stand as actors, act on each other",
        lambda row: row.event.reciprocal,
    ),
)
SIDE_COLUMNS = (
    Column(
        "actor_code",
        "list",
        "codes of the actors, ISO 3166 or special",
        lambda row: _codes(row.event.actor),
        empty=NO_CODE,
    ),
    Column(
        "actor_sector",
        "list",
        "PLOVER sectors of the actors, in the same order",
        lambda row: _sectors(row.event.actor),
        empty="an empty entry: the country as a whole",
    ),
    Column(
        "actor_text", "list", "the phrases that name the actors", lambda row: _texts(row.event.actor), empty=NONE_TOLD
    ),
    Column(
        "actor_id", "list", "what tells named actors apart", lambda row: _ids(row.event.actor), empty="nobody named"
    ),
    Column(
        "recipient_code",
        "list",
        "codes of the recipients",
        lambda row: _codes(row.event.recipient),
        empty="no recipient",
    ),
    Column(
        "recipient_sector",
        "list",
        "PLOVER sectors of the recipients",
        lambda row: _sectors(row.event.recipient),
        empty="no recipient",
    ),
    Column(
        "recipient_text",
        "list",
        "the phrases that name the recipients",
        lambda row: _texts(row.event.recipient),
        empty="no recipient",
    ),
    Column(
        "recipient_id",
        "list",
        "what tells named recipients apart",
        lambda row: _ids(row.event.recipient),
        empty="nobody named",
    ),
)
FACT_COLUMNS = (
    Column("object", "text", "goods, money or a third party", lambda row: row.event.object, empty=NONE_TOLD),
    Column("dead", "whole", "people killed", lambda row: _size(row).dead, COUNTS, NONE_TOLD),
    Column("injured", "whole", "people injured", lambda row: _size(row).injured, COUNTS, NONE_TOLD),
    Column("arrested", "whole", "people arrested", lambda row: _size(row).arrested, COUNTS, NONE_TOLD),
    Column("place", "text", "where it happened", lambda row: row.place.name or None, empty=NONE_TOLD),
    Column(
        "place_country",
        "text",
        "the country of the place",
        lambda row: row.place.country,
        "ISO 3166 alpha-3",
        NONE_TOLD,
    ),
    Column(
        "place_resolution",
        "text",
        "how fine the place is told",
        lambda row: (row.event.event_loc or NO_PLACE).resolution or None,
        "country, region, city, sea",
        NONE_TOLD,
    ),
    Column("latitude", "number", "of the place's middle", lambda row: row.place.latitude, "degrees north", NONE_TOLD),
    Column("longitude", "number", "of the place's middle", lambda row: row.place.longitude, "degrees east", NONE_TOLD),
    Column("speaker", "text", "whose claim it is", lambda row: _attribution(row).speaker or None, empty=FIRST_HAND),
    Column("speaker_code", "text", "the speaker's country", lambda row: _attribution(row).code, empty=FIRST_HAND),
    Column(
        "speaker_sector", "text", "the speaker's sector", lambda row: _attribution(row).sector or None, empty=FIRST_HAND
    ),
    Column(
        "manner",
        "text",
        "how the claim is told",
        lambda row: _attribution(row).manner or None,
        "quoted, reported, headline",
        FIRST_HAND,
    ),
    Column("confidence", "number", "how sure the coder is", lambda row: row.event.confidence, "0 to 1"),
)
SOURCE_COLUMNS = (
    Column("text", "text", "the sentence, as far as --text lets it go along", lambda row: row.event.text or None),
    Column(
        "sequence", "whole", "number of the paragraph in its section, from 1", lambda row: row.event.text_info.sequence
    ),
    Column(
        "start",
        "whole",
        "where the sentence starts in the article",
        lambda row: row.event.text_info.start,
        "characters",
    ),
    Column("end", "whole", "where it ends, excluded", lambda row: row.event.text_info.end, "characters"),
    Column("url", "text", "the article's address", lambda row: row.event.cite_info.url, empty="not known"),
    Column("title", "text", "the article's title", lambda row: row.event.cite_info.title, empty="not known"),
    Column("publication", "text", "the outlet", lambda row: row.event.cite_info.publication, empty="not known"),
    Column(
        "language", "text", "the article's language", lambda row: row.event.cite_info.language, "ISO 639-1", "not known"
    ),
    Column(
        "published",
        "text",
        "time of publication as far as it is told",
        lambda row: row.event.cite_info.published,
        DAY,
        "not known",
    ),
    Column(
        "section",
        "text",
        "part of the page",
        lambda row: row.event.cite_info.section,
        "title, deck, body, related, latest",
    ),
    Column(
        "page_section",
        "text",
        "the outlet's own section",
        lambda row: row.event.cite_info.page_section,
        empty=NONE_TOLD,
    ),
    Column(
        "genre",
        "text",
        "kind of article",
        lambda row: row.event.cite_info.genre,
        "news, analysis, opinion, interview, press release",
        NONE_TOLD,
    ),
    Column("coder", "text", "what coded it", lambda row: row.event.coder.name),
    Column("coder_version", "text", "its version", lambda row: row.event.coder.version),
    Column("rule", "text", "the rule that fired", lambda row: row.event.coder.rule),
    Column("model", "text", "the model that weighed in", lambda row: row.event.coder.model, empty="no model"),
    Column(
        "link",
        "text",
        "key of the first telling of the same act in the article",
        lambda row: row.event.link,
        empty="it is the first",
    ),
)
EVENT_COLUMNS = (*ID_COLUMNS, *TIME_COLUMNS, *ACT_COLUMNS, *SIDE_COLUMNS, *FACT_COLUMNS, *SOURCE_COLUMNS)
REPORT_COLUMNS = (
    Column(
        "article", "text", "the article's key in the store", lambda row: row.told.article, empty="no store was read"
    ),
    Column(
        "story", "text", "key of the story that the event is told in", lambda row: row.told.story, empty="in no story"
    ),
    Column("reporter", "text", "who answers for the words", lambda row: row.told.reporter, empty="not known"),
    Column(
        "reports", "whole", "articles that tell it: 1 for each event, more for a story", lambda row: row.told.reports
    ),
    Column("reporters", "whole", "independent reporters among them, copies joined", lambda row: row.told.reporters),
    Column("first_seen", "day", "day of the first report", lambda row: row.told.first_seen, DAY, "not known"),
    Column("last_seen", "day", "day of the last report", lambda row: row.told.last_seen, DAY, "not known"),
    Column("is_corrected", "yes-no", "whether a reader has corrected it", lambda row: row.told.is_corrected),
    Column("is_confirmed", "yes-no", "whether a reader has confirmed it", lambda row: row.told.is_confirmed),
)
FLAT_COLUMNS = (*EVENT_COLUMNS, *REPORT_COLUMNS)
