"""One value as one line of JSON that is safe on a terminal and for readers that split at odd line ends.

In comes a value of the json module; out goes its line.
"""

import json
import re

from dragoman.records.codec import Json

# JSON escapes C0 itself.  These pass through it raw, and can steer a terminal (DEL, C1), turn the
# reading direction around, end a line for some readers, or not be written as UTF-8 at all.
RISKY = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_line(value: Json) -> str:
    """Return `value` as one line of JSON, without its line end; risky characters are written as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
