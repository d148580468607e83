"""Where bytes come from, told once: the name a document goes by, and how it was had.

Comes in: what the opener of a file, stream, address or record knows.  Goes out: `SourceDocument`s and
`Rejection`s that name it.  Every reader of this room speaks through an `Origin`, so that a new one
needs to know nothing about files or networks.
"""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from dragoman.records import Given, Rejection, SourceDocument

STAGE = "documents"

Outcome = SourceDocument | Rejection


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of bytes before anybody has looked at them.

    `name` is the `doc_id` of a single page, and what lines and items without an id of their own are
    numbered under.  `size` is the number of bytes where it is known beforehand.
    """

    name: str
    via: str
    address: str | None = None
    fetched: str | None = None
    charset: str | None = None
    redirects: tuple[str, ...] = ()
    size: int | None = None

    @property
    def suffix(self) -> str:
        """The file suffix in lower case (".html"), "" where there is none; that of what is inside for ".gz"."""
        path = PurePosixPath((self.address or self.name).split("?")[0].split("#")[0].lower())
        if path.suffix == ".gz":
            path = path.with_suffix("")
        return path.suffix

    def without_size(self) -> "Origin":
        """Return the origin of what these bytes unpack to, whose size nobody knows yet."""
        return replace(self, size=None)

    def document(self, body: bytes, form: str) -> SourceDocument:
        """Return the single document that these bytes are."""
        return SourceDocument(
            doc_id=self.name,
            body=body,
            form=form,
            via=self.via,
            address=self.address,
            fetched=self.fetched,
            charset=self.charset,
            redirects=self.redirects,
        )

    def inner_document(
        self, doc_id: str, body: str, *, form: str, address: str | None, given: Given, via: str = ""
    ) -> SourceDocument:
        """Return one of several documents that these bytes hold, its text already decoded."""
        return SourceDocument(
            doc_id=printable(doc_id),
            body=body.encode("utf-8", "replace"),
            form=form,
            via=via or ("jsonl" if form == "prose" else "feed"),
            address=printable(address) if address else None,
            fetched=self.fetched,
            charset="utf-8",
            given=given,
        )

    def reject(self, reason: str, detail: str, *, within: str = "") -> Rejection:
        """Return the rejection of these bytes, or of a part of them: `within` is ":7" for line 7."""
        line = " ".join(printable(detail).split())
        return Rejection(doc_id=self.name + within, stage=STAGE, reason=reason, detail=line)

    def reject_size(self, max_bytes: int, *, size: int | None = None, within: str = "") -> Rejection:
        """Return the rejection of a document above the limit, with both numbers and the way out."""
        told = f"{size} bytes" if size is not None else f"at least {max_bytes + 1} bytes"
        detail = f"{told} are more than the limit of {max_bytes}; --max-bytes raises it"
        return self.reject("too large", detail, within=within)


def printable(text: str) -> str:
    """Return `text` with lone surrogates replaced, so that it can be written as UTF-8 anywhere."""
    return text.encode("utf-8", "replace").decode("utf-8")
