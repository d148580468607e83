"""Lines that belong to the page and not to its article, and the headings of headline lists.

In: one folded line.  Out: yes or no, or which list a heading opens.  Patterns are general: none is made for one
outlet's page.  To add one, put it in the group it belongs to and give the test table a line it must drop and a
line of an article it must keep.
"""

import re

from dragoman.articles.canonical import WORD, count_words
from dragoman.articles.dates import find_moment

HEADING_WORDS = 8  # no heading of a list is longer
RELATED = re.compile(
    r"""(read|watch|see|learn)\s+(also|more|next|on)|also\s+read|more\s+on\s+(this|the)(\s+(story|topic|subject))?
    |related(\s+(news|articles?|stories|topics?|content|coverage|posts?|links?|reading|headlines|videos))?
    |you\s+(may|might|could)\s+(also\s+)?(like|be\s+interested\s+in|have\s+missed)(\s+\w+){0,2}
    |recommended(\s+(for\s+you|reading|stories|articles|news))?|further\s+reading|don['’]?t\s+miss(\s+\w+)?
    |editor['’]?s['’]?\s+(picks?|choice)|similar\s+(news|articles|stories)|what\s+to\s+read\s+next
    |suggested\s+(stories|articles)|on\s+(this|the\s+same)\s+(topic|subject)
    |czytaj\s+(więcej|także|też)|читайте\s+также|lire\s+aussi|mehr\s+zum\s+thema|lea\s+también|leia\s+também
    |leggi\s+anche|ayrıca\s+okuyun|həmçinin\s+oxuyun""",
    re.IGNORECASE | re.VERBOSE,
)
LATEST = re.compile(
    r"""(the\s+)?latest(\s+(news|headlines|stories|articles|updates|in\s+\w+|from\s+\w+(\s+\w+)?|\w+\s+news))?
    |(most|top)\s+(read|popular|viewed|shared|commented|recent)(\s+\w+){0,2}|popular(\s+(news|stories|articles|now))?
    |trending(\s+\w+){0,2}|top\s+(stories|news|headlines)|breaking\s+news|news\s?(feed|line|wire)
    |recent\s+(news|posts|articles|stories)|more\s+((top|world|local)\s+)?(news|stories|headlines)|(in\s+)?other\s+news
    |today['’]?s\s+(headlines|news|top\s+stories)|(latest\s+)?headlines|last\s+news|what['’]?s\s+new|last\s+\d+\s+hours
    |последние\s+новости|самое\s+читаемое|dernières\s+(nouvelles|infos)|son\s+xəbərlər|son\s+dakika""",
    re.IGNORECASE | re.VERBOSE,
)
# A call to the reader: to subscribe, follow, share, download, comment, read on.
CALL = re.compile(
    r"""(please\s+)?(subscribe|sign\s+up|follow\s+(us|\w+(\.\w+)?\s+on|the\s+\w+(\s+\w+)?\s+on)|join\s+(us|our|the\s+conversation)
    |like\s+us|share\s+(this|on|via|article|story)|click\s+(here|to)|tap\s+(here|to)|download\s+(the|our)\s+app|log\s?in|sign\s?in
    |register\s+(now|here|for)|support\s+(us|our)|donate|get\s+(the|our|all\s+the)\s+(latest|newsletter|app|best)
    |stay\s+(tuned|informed|up\s+to\s+date)|leave\s+a\s+(comment|reply)|post\s+a\s+comment|add\s+a\s+comment
    |view\s+(all\s+)?comments|show\s+(more|comments)|load\s+more|skip\s+(to|ad|advert)\b|print\s+this|email\s+this
    |send\s+us\s+(your|a|an|feedback|tips)|contact\s+us|write\s+to\s+us|report\s+(a|an)\s+(typo|error|mistake)|found\s+a\s+(typo|mistake|error))\b.{0,160}"""
    r"|(continue|keep)\s+reading(\s.{0,60})?|.{0,80}\bour\s+(\w+\s+){0,2}(newsletters?|telegram|whatsapp|podcast)(\s.{0,60})?",
    re.IGNORECASE | re.VERBOSE,
)
# What a site tells its readers about itself: comments, cookies, terms, blocked advertisements.
NOTICE = re.compile(
    r"\b((community|comment(ing)?|editorial)\s+(policy|guidelines)|(your|post|reader)\s+comments|cookie(s|\s+(policy|settings))?"
    r"|privacy\s+policy|terms\s+(of\s+(use|service)|and\s+conditions)|ad[\s-]?block(er|ing)?|javascript|your\s+browser)\b",
    re.IGNORECASE,
)
ADDRESSED = re.compile(r"\b(we|our|you|your)\b|\bplease\b", re.IGNORECASE)
CALL_WORDS = 25
REPORTED = re.compile(
    r"\b(said|says|told|added|according)\b|[\"“”]", re.IGNORECASE
)  # what outlets do not write in calls
# A pointer to another story inside the body: "Read more: …", "RELATED: …", "Watch: …".
POINTER = re.compile(
    r"(read|see|watch|listen|related|also\s+read|more|don['’]t\s+miss|recommended|in\s+(pictures|video|photos)|photos?|video|gallery"
    r"|explore|explained|opinion)\s*(more|also|next|here|now|on|this\s+story\s+in\s+\w+)?\s*([:|>»→]+\s*.{0,200}|[>»→]+)?",
    re.IGNORECASE,
)
POINTER_OPENING = re.compile(
    r"(read\s+(more|also|next|this\s+story|the\s+full)|see\s+also|also\s+read|related(\s+\w+)?:|watch(\s+(also|live|now|more))?:"
    r"|more\s+(on\s+this|from|about\s+this):|czytaj\s+(więcej|też|także)|читайте\s+также)",
    re.IGNORECASE,
)
# Photographs and their credits.
CAPTION = re.compile(
    r"\(?\s*(file\s+(photo|image|picture|pic)|representational?\s+image|(photo|image|picture|photograph|video|graphic|illustration"
    r"|foto|фото|credit|credits|photo\s+credit|image\s+credit|photo\s+by|photo\s+courtesy|image\s+source)\s*(by|credit|courtesy)?\s*[:|©])",
    re.IGNORECASE,
)
FILE_PHOTO = re.compile(r"\(?file\s+(photo|image|picture|pic)\b", re.IGNORECASE)
CREDIT_END = re.compile(
    r"[(\[—–-]\s*[^()\[\]]{0,80}(AP\s+Photo|Getty\s*Images?|AFP\s+Photo|EPA-EFE|Shutterstock|Handout|File\s+Photo|via\s+(Reuters|AP|AFP|Getty))"
    r"[^()\[\]]{0,60}[)\]]?\.?$",
    re.IGNORECASE,
)
CREDIT_LINE = re.compile(
    r".{0,60}(/|via\s+|\bby\s+)(REUTERS|Reuters|AP|AFP|EPA|Getty Images|TASS|Anadolu|Xinhua)\b.{0,30}"
)
CREDIT_GLUED = re.compile(r"^[\w .'’-]{0,40}/(?:REUTERS|AP|AFP|EPA|Getty Images)(?=[A-Z][a-z ])")
# Who worked on it, who owns it, how long it takes to read it.
STAFF = re.compile(
    r"[(\[]?\s*((additional\s+)?reporting\s+(and\s+\w+\s+)?by\s|(writing|editing|edited|compiled|written|produced|translated|translation)\s+by\s"
    r"|with\s+(files|reporting|additional\s+reporting|inputs?|agency\s+inputs?)\s+(from|by)\s|our\s+standards\s*:|\(?with\s+inputs)",
    re.IGNORECASE,
)
CONTRIBUTED = re.compile(
    r".{0,300}\b(contributed\s+(reporting|to\s+this\s+(report|story|article))|reporting\s+contributed)\b.{0,80}",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"(copyright\s*(©|\(c\)|\d|by\b|holder|reserved)|©|\(c\)\s|all\s+rights\s+reserved|this\s+(material|article|story|content)\s+(may\s+not|was|is|has\s+been)\s+"
    r"(be\s+)?(published|reproduced|originally|first|republished|licensed)|.{0,80}all\s+rights\s+reserved"
    r"|the\s+post\s.{0,200}\sappeared\s+first\s+on\s).{0,200}",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(advertisement|advertising|ad|sponsored(\s+content)?|promoted(\s+content)?|story\s+continues\s+below.{0,40}|article\s+continues.{0,40}"
    r"|(\d+\s+)?comments?(\s*\(?\d*\)?)?|(\d+\s+)?shares?|share|tweet|print|email|copy\s+link|save|listen|play|loading\W*|facebook|twitter|x|telegram"
    r"|whatsapp|linkedin|reddit|instagram|youtube|vk|viber|messenger|tags?|topics?|tags?\s*:.{0,200}|topics?\s*:.{0,200}|keywords\s*:.{0,200}"
    r"|filed\s+under\s*:?.{0,120}|\d+\s+min(ute)?s?\s+read|reading\s+time\W.{0,20}|views?\s*:?\s*\d+|\(?(end|ends|more)\)|end\s+of\s+article|_+"
    r"|text\s+size.{0,20}|a{1,2}[+-]?|key\s+(highlights|points|takeaways)|highlights|home(\s*page)?|menu|search|all\s+news|back\s+to\s+top"
    r"|next(\s+(article|story))?|previous(\s+(article|story))?|this\s+story\s+is\s+from\s.{0,40}|follow\s+us.{0,60}|[-*•·—–=#.]+|\d{1,4})",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+|(https?://|www\.)\S+|(t\.me|pic\.twitter\.com)/\S+", re.IGNORECASE)
TWEET = re.compile(r"(—|--|-)\s.{1,80}\(@\w+\)\s.{0,40}|.*\bpic\.twitter\.com/\w+\s*")
BYLINE_OPENING = re.compile(r"(?:by|author|authors|written by|reported by|text by)\b\s*:?\s+(?=\S)", re.IGNORECASE)
SENTENCE_END = re.compile(r"""[.!?…][\s"'’”»)\]]*$""")
SENTENCE_MARK = re.compile(r"""[.!?…;:]["'’”»)\]]*(?=\s|$)""")
LONGEST_SENTENCE = 80  # words: in news text no two marks that end or part sentences stand farther apart
TIME_WORD_LIST = """
    published updated posted modified created first last on at date time edited upd added release released issue
    issued hrs hour hours am pm ago min mins minute minutes day days h m today yesterday a an just now local
"""
TIME_WORDS = frozenset(TIME_WORD_LIST.split())
ROUGH_TIME = re.compile(
    r"\d\s*(hours?|hrs?|h|min|minutes?|days?)\s+ago|\b[012]?\d:[0-5]\d\b|\b(today|yesterday)\b", re.IGNORECASE
)


def list_opened_by(line: str) -> str | None:
    """Return "related" or "latest" where `line` is the heading of such a list, else None."""
    text = line.strip(" :»>→-–—•|")
    if not text or count_words(text) > HEADING_WORDS:
        return None
    if RELATED.fullmatch(text):
        return "related"
    return "latest" if LATEST.fullmatch(text) else None


def is_time_line(line: str) -> bool:
    """Say whether `line` holds a time and nothing else: "22 March 2023 - 15:44", "Updated: 2 hours ago"."""
    if len(line) > 120:
        return False
    moment = find_moment(line)
    if moment is None and ROUGH_TIME.search(line) is None:
        return False
    rest = line[: moment.start] + " " + line[moment.end :] if moment else line
    return all(_is_time_word(word) for word in WORD.findall(rest))


def _is_time_word(word: str) -> bool:
    is_zone = word.isupper() and word.isalpha() and 2 <= len(word) <= 4
    return is_zone or word.isdigit() or word.lower() in TIME_WORDS


def is_furniture(line: str) -> bool:
    """Say whether `line` belongs to the page: calls, pointers, captions, credits, labels, bare times and addresses."""
    core = line.strip(" .…→»›>|:•–—-*")
    if not WORD.search(core) or LABEL.fullmatch(line) or LABEL.fullmatch(core) or list_opened_by(core):
        return True
    if _is_call(core) or _is_notice(line) or ADDRESS.fullmatch(line) or TWEET.fullmatch(line) or is_time_line(line):
        return True
    return _is_pointer(line) or _is_credit(line)


def is_prose(line: str) -> bool:
    """Say whether `line` reads as running text: some words and the end of a sentence, or very many words.

    A menu in one line has very many words too, but hardly a sentence that ends.
    """
    words = count_words(line)
    if words > LONGEST_SENTENCE and any(count_words(piece) > LONGEST_SENTENCE for piece in SENTENCE_MARK.split(line)):
        return False
    return words >= 20 or (words >= 4 and SENTENCE_END.search(line) is not None)


def without_glued_credit(line: str) -> str:
    """Return `line` without a photo credit that the page's markup glued to its first word."""
    return CREDIT_GLUED.sub("", line)


def _is_call(line: str) -> bool:
    return CALL.fullmatch(line) is not None and count_words(line) <= CALL_WORDS and not REPORTED.search(line)


def _is_notice(line: str) -> bool:
    return NOTICE.search(line) is not None and ADDRESSED.search(line) is not None and not REPORTED.search(line)


def _is_pointer(line: str) -> bool:
    if POINTER.fullmatch(line) and (count_words(line) <= 6 or not SENTENCE_END.search(line)):
        return True
    return POINTER_OPENING.match(line) is not None and count_words(line) <= 30 and not SENTENCE_END.search(line)


def _is_credit(line: str) -> bool:
    if FILE_PHOTO.match(line) or (CAPTION.match(line) and count_words(line) <= 60):
        return True
    if count_words(line) <= 12 and not line.endswith((".", "?", "!")) and CREDIT_LINE.fullmatch(line):
        return True
    if CREDIT_END.search(line):
        return True
    return any(pattern.match(line) for pattern in (STAFF, RIGHTS)) or CONTRIBUTED.fullmatch(line) is not None
