"""The command line as its users meet it: arguments and standard input in, status and two streams out."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.cli.main import main


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def json_lines(self) -> list:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def dragoman(capsys, monkeypatch) -> Callable[..., Ran]:
    """Run a command in this process, so that the parser is loaded once for all tests."""

    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: object, stdin: str = "") -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8", "surrogatepass")), "utf-8"))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return Ran(int(ended.value.code or 0), written.out, written.err)

    return run


@pytest.fixture
def texts(tmp_path) -> Path:
    """A JSONL of texts, one for each way in which an input can end."""
    lines = [
        {"id": "praise", "text": "Norway praised Chile on Tuesday.", "date": "2024-05-16", "title": "A day in Oslo"},
        {"id": "quiet", "text": "The lake was calm and the boats stayed in the harbour."},
        {"id": "russian", "text": "Министр прибыл в столицу и встретился там со своим коллегой из соседней страны."},
        {"id": "attack", "text": "Peru condemned Bolivia on Monday.\n\nThe army of Chad attacked rebels in Sudan."},
    ]
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path
