"""Bytes to text, whatever the page or its server claims about the encoding.

In: a `SourceDocument`.  Out: its text, or a `Rejection` ("binary").  Order of belief: a byte order mark; UTF-8
where the bytes are valid UTF-8 or nearly so; then what the transport and the page declare, in that order, read
as windows-1252 where they say ISO-8859-1; then what the bytes look like.  To believe a further kind of
declaration, add its pattern to `DECLARED`.
"""

import codecs
import re

from charset_normalizer import from_bytes

from dragoman.records import Rejection, SourceDocument

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"\xd0\xcf\x11\xe0",
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# Python knows more codecs than the web has encodings: transports, escapes, and the UTF family that is tried anyway.
NO_PAGE_CHARSETS = (
    "utf", "base64", "bz2", "hex", "idna", "mbcs", "oem", "punycode", "quopri", "rot", "raw", "undefined", "unicode",
    "uu", "zlib", "charmap",
)  # fmt: skip
HEAD_BYTES = 4096  # how far into a page a declaration is looked for; HTML asks for 1,024, real pages are later
SAMPLE_BYTES = 50_000  # how much the detector looks at: enough for any page, bounded for large ones
HIGH_RUN = re.compile(rb"[\x80-\xff]+")
# In Latin scripts bytes over 127 stand alone between ASCII letters; in Cyrillic, Greek or Arabic pages they
# come as whole words.  A mean run of three parts the two with room on both sides.
NON_LATIN_RUN = 3.0
# A page that is UTF-8 but for a few spoilt bytes (cut in the middle, a pasted windows-1252 quote) stays UTF-8:
# in other encodings bytes hardly ever make a whole UTF-8 character by chance.
WHOLE_PER_SPOILT = 2
CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b"))
MAX_CONTROL_SHARE = 0.05


def decode_document(document: SourceDocument) -> str | Rejection:
    """Return the document's text, or why its bytes are no text."""
    body = document.body
    for mark, charset in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace")
    wide = _wide_charset(body)
    if wide:
        return body.decode(wide, "replace")
    if body.startswith(SIGNATURES) or _control_share(body) > MAX_CONTROL_SHARE:
        detail = f"the first bytes are {body[:8]!r}; give the text or the page itself"
        return Rejection(document.doc_id, "articles", "binary", detail)
    return _decode_narrow(body, document.charset)


def _wide_charset(body: bytes) -> str | None:
    """Return the UTF-16 flavour that the bytes are in without saying so: every second byte is zero."""
    sample = body[:200]
    if len(sample) < 8:
        return None
    for charset, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        others = sample[::2] if charset == "utf-16-le" else sample[1::2]
        if zeros.count(0) > len(zeros) * 0.8 and others.count(0) == 0:
            return charset
    return None


def _control_share(body: bytes) -> float:
    sample = body[:HEAD_BYTES]
    kept = sample.translate(None, CONTROL_BYTES)
    return (len(sample) - len(kept)) / len(sample) if sample else 0.0


def _decode_narrow(body: bytes, transport: str | None) -> str:
    declared = _declared_charsets(body, transport)
    stateful = [name for name in declared if name.startswith("iso2022")]
    if stateful and b"\x1b" in body:
        return body.decode(stateful[0], "replace")
    if _is_mostly_utf8(body):
        return body.decode("utf-8", "replace")
    looks_latin = _mean_high_run(body) < NON_LATIN_RUN
    for name in declared:
        if name == "cp1252" and not looks_latin:
            continue
        try:
            return body.decode(name)
        except UnicodeError:
            continue
    return body.decode(("cp1252" if looks_latin else _detected_charset(body)), "replace")


def _declared_charsets(body: bytes, transport: str | None) -> list[str]:
    """Return Python's names of the declared encodings, transport first, without UTF-8 (which is tried anyway)."""
    labels = [transport or ""]
    labels += [label.decode("ascii") for label in DECLARED.findall(body[:HEAD_BYTES])]
    names: list[str] = []
    for label in labels:
        try:
            codec = codecs.lookup(label.strip())
        except (LookupError, ValueError):
            continue
        name = "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name.replace("_", "")
        if not name.startswith(NO_PAGE_CHARSETS) and name not in names:
            names.append(name)
    return names


def _is_mostly_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return True
    text = body.decode("utf-8", "replace")
    spoilt = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - spoilt
    return whole > spoilt * WHOLE_PER_SPOILT


def _mean_high_run(body: bytes) -> float:
    runs = [len(run) for run in HIGH_RUN.findall(body[:SAMPLE_BYTES])]
    return sum(runs) / len(runs) if runs else 0.0


def _detected_charset(body: bytes) -> str:
    start = max(0, next((match.start() for match in HIGH_RUN.finditer(body)), 0) - 100)
    best = from_bytes(body[start : start + SAMPLE_BYTES]).best()
    return best.encoding if best else "cp1252"
