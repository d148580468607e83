"""What a page says of itself in JSON-LD: the one node that describes its article.

In: the parsed page.  Out: the article's node and the nodes it points to.  Lists, `@graph`, references by `@id`,
comment and CDATA wrappers, escaped quotes and trailing commas are all met on real pages; where the JSON stays
broken, single fields are picked out of its text.  To read one more kind of article, add it to `ARTICLE_KINDS`.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

Node = dict[str, object]

ARTICLE_KINDS = ("BlogPosting", "LiveBlogPosting", "Report")  # besides all that ends in "Article"
MAX_CHARACTERS = 2_000_000  # of one script; a page's own data stays far under it
MAX_NODES = 5_000
WRAPPER = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|-->)\s*;?\s*$"
)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
PICKED = (
    "@type",
    "headline",
    "datePublished",
    "dateCreated",
    "dateModified",
    "articleSection",
    "articleBody",
    "inLanguage",
    "alternativeHeadline",
)


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The node of the page's article ({} where there is none) and every node by its `@id`."""

    article: Node
    kinds: tuple[str, ...]
    by_id: dict[str, Node]

    @property
    def is_article(self) -> bool:
        """Whether the page describes an article at all."""
        return bool(self.article)

    def text(self, field: str) -> str | None:
        """Return a plain field of the article: the first string where it is a list."""
        value = self.article.get(field)
        if isinstance(value, list):
            value = next((item for item in value if isinstance(item, str)), None)
        return html.unescape(value) if isinstance(value, str) and value.strip() else None

    def names(self, *fields: str) -> tuple[str, ...]:
        """Return the names of the persons or organisations in the first of these fields that has any."""
        for field in fields:
            found = tuple(dict.fromkeys(self._walk_names(self.article.get(field))))
            if found:
                return found
        return ()

    def _walk_names(self, value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield html.unescape(value)
        elif isinstance(value, list):
            for item in value[:20]:
                if isinstance(item, str | dict):
                    yield from self._walk_names(item)
        elif isinstance(value, dict):
            target = self.by_id.get(str(value.get("@id")), value) if "name" not in value else value
            name = target.get("name")
            if isinstance(name, str) and name.strip():
                yield html.unescape(name)


def read_linked_data(root: HtmlElement, addresses: tuple[str, ...] = ()) -> LinkedData:
    """Return the article's node of a page; where it describes several, the one at one of `addresses`."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes.extend(_nodes_of(script.text_content()))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if any(_is_article_kind(kind) for kind in _kinds(node))]
    mine = next((node for node in articles if _addresses(node) & set(addresses)), None)
    article = mine or next(iter(articles), {})
    return LinkedData(article, _kinds(article), by_id)


def _nodes_of(script: str) -> list[Node]:
    if len(script) > MAX_CHARACTERS:
        return []
    value = _parse(script)
    return list(_walk(value)) if value is not None else [_pick_fields(script)]


def _parse(script: str) -> object:
    bare = WRAPPER.sub("", WRAPPER.sub("", script)).strip()
    for attempt in (bare, TRAILING_COMMA.sub(r"\1", bare), html.unescape(bare.replace("& #", "&#"))):
        try:
            parsed: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return parsed
    return None


def _walk(value: object) -> Iterator[Node]:
    """Yield the nodes at the top, in lists, under `@graph` and under `mainEntity`, without recursion."""
    waiting: list[object] = [value]
    seen = 0
    while waiting and seen < MAX_NODES:
        current = waiting.pop(0)
        seen += 1
        if isinstance(current, list):
            waiting.extend(current[:MAX_NODES])
        elif isinstance(current, dict):
            yield current
            waiting.extend(
                current[field] for field in ("@graph", "mainEntity") if isinstance(current.get(field), list | dict)
            )


def _pick_fields(script: str) -> Node:
    """Return what can be read of an article out of JSON that does not parse."""
    node: Node = {}
    for field in PICKED:
        found = re.search(rf'"{field}"\s*:\s*"((?:[^"\\]|\\.)*)"', script)
        if found:
            node[field] = _unescape(found[1])
    author = re.search(r'"author"\s*:\s*[\[{][^}]{0,300}?"name"\s*:\s*"((?:[^"\\]|\\.){1,120})"', script)
    if author:
        node["author"] = _unescape(author[1])
    if "@type" in node and "headline" in node and not _is_article_kind(str(node["@type"])):
        node["@type"] = "Article"
    return node


def _unescape(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


def _kinds(node: Node) -> tuple[str, ...]:
    value = node.get("@type")
    kinds = value if isinstance(value, list) else [value]
    return tuple(kind.rsplit("/", 1)[-1] for kind in kinds if isinstance(kind, str))


def _is_article_kind(kind: str) -> bool:
    return kind.endswith("Article") or kind in ARTICLE_KINDS


def _addresses(node: Node) -> set[str]:
    entity = node.get("mainEntityOfPage")
    values = [node.get("url"), node.get("@id"), entity, entity.get("@id") if isinstance(entity, dict) else None]
    return {value for value in values if isinstance(value, str)}
