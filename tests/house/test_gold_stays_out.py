"""No six words in a row of the shared gold stand in the project, declared commonplaces aside."""

import json

import pytest
from gold_words import find_shared, fold_words, gather_rows, is_text, rows_in
from source import ROOT, list_project_files, name_of

COMMONPLACES = ROOT / "tests" / "house" / "commonplaces.txt"
SENTENCE = "Seventeen ferries of the northern line carried mail and timber to Tromsø."


def read_commonplaces() -> dict[str, str]:
    lines = [line for line in COMMONPLACES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return dict(line.split("\t", 1) for line in lines)


@pytest.fixture(scope="module")
def gold_files(shared):
    files = [path for folder in ("gold", "seed", "plv") for path in (shared / folder).rglob("*") if path.is_file()]
    assert len(files) >= 5
    return files


@pytest.fixture(scope="module")
def gold(gold_files):
    return gather_rows(gold_files)


def test_no_six_words_of_gold_stand_in_the_project(gold):
    allowed = {row for words in read_commonplaces() for _, row in rows_in(fold_words(words))}
    searched = [path for path in list_project_files() if is_text(path) and path != COMMONPLACES]
    shared_words = {name_of(path): find_shared(path, gold, allowed=allowed) for path in searched}
    assert {name: found for name, found in shared_words.items() if found} == {}


def test_gold_itself_would_be_found(gold, gold_files):
    assert all(find_shared(path, gold) for path in gold_files)


def test_every_commonplace_is_in_gold_and_has_a_reason(gold):
    for words, reason in read_commonplaces().items():
        assert any(row in gold for _, row in rows_in(fold_words(words))), f"no longer needed: {words}"
        assert len(reason.split()) >= 3, f"needs a reason: {words}"


def in_json(text: str) -> str:
    return json.dumps([{"deep": {"text": text}}])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.py", f'SAMPLE = "{SENTENCE}"', id="python"),
        pytest.param("a.md", SENTENCE.upper().replace(" ", "\n> "), id="quoted lines in capitals"),
        pytest.param("a.toml", f"# {SENTENCE}", id="comment in toml"),
        pytest.param("a.tsv", f"carry\t1\t{SENTENCE}", id="tsv"),
        pytest.param("a.txt", SENTENCE.replace("northern", "nor\u00adthern"), id="soft hyphen"),
        pytest.param("a.html", "<p>" + SENTENCE.replace(" of ", " of <b>") + "</b>", id="across tags"),
        pytest.param("b.html", f'<script type="application/ld+json">{in_json(SENTENCE)}</script>', id="json in a page"),
        pytest.param("a.xml", f"<item><title>{SENTENCE}</title></item>", id="feed"),
        pytest.param("a.json", in_json(SENTENCE), id="json, with escapes"),
        pytest.param("a.jsonl", in_json("other") + "\n" + in_json(SENTENCE), id="json lines"),
    ],
)
def test_copied_sentence_is_found_in_every_kind_of_file(tmp_path, name, content):
    gold = {row for _, row in rows_in(fold_words(SENTENCE))}
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert is_text(tmp_path / name)
    assert find_shared(tmp_path / name, gold) == [" ".join(fold_words(SENTENCE))]


def test_five_words_in_a_row_and_rows_of_numbers_are_nobodys(tmp_path):
    gold = {row for _, row in rows_in(fold_words(f"{SENTENCE} 2023 02 02 13 55 10"))}
    (tmp_path / "a.txt").write_text("Seventeen ferries of the northern coast. 2023-02-02 13:55:10", encoding="utf-8")
    assert find_shared(tmp_path / "a.txt", gold) == []
