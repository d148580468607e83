"""The world → `SourceDocument`: files, folders, addresses, standard input; pages, feeds, sitemaps, JSONL, WARC, tables.

    inputs.py     the names a user types → streams
    networks.py   which network addresses may be asked
    fetching.py   one web address → bytes
    reading.py    a stream → documents, by what it holds
    sniffing.py   what a stream holds, by its first bytes
    feeds.py, jsonl.py, warc.py, sitemaps.py, tables.py (CSV, TSV), parquet.py    one container each
    streams.py, times.py, origin.py, settings.py    bytes, dates, names and limits they share

Every input ends as documents or as a `Rejection` of stage "documents"; only an input that is not
there at all is an InputError.
"""

from dragoman.documents.inputs import measure_inputs, open_documents
from dragoman.documents.settings import Columns, DocumentSettings

__all__ = ["Columns", "DocumentSettings", "measure_inputs", "open_documents"]
