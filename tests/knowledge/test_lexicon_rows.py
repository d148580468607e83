"""Every row of the lexicon carries its own test: its example is coded by it, its counter-example is not."""

import pytest

from dragoman.errors import DataError
from dragoman.knowledge.lexicon import LexiconRow, load_lexicon
from dragoman.ontology import load_ontology
from dragoman.records import Article
from dragoman.runs.batch import shared_stages
from dragoman.runs.coding import code_article

ROWS = load_lexicon().rows


def rules_that_coded(text: str) -> list[tuple[str, str]]:
    coded = code_article(Article("a", published="2024-05-14", paragraphs=(text,)), shared_stages())
    return [(event.coder.rule, event.event[0]) for event in coded.events]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_example_is_coded_by_its_rule(row: LexiconRow) -> None:
    assert row.rule in [rule for rule, _ in rules_that_coded(row.example)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_counter_example_is_not_coded_by_it(row: LexiconRow) -> None:
    assert row.rule not in [rule for rule, _ in rules_that_coded(row.counter)]


def test_rules_have_names_of_their_own() -> None:
    names = [row.rule for row in ROWS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_types_and_modes_are_the_ontologys(row: LexiconRow) -> None:
    load_ontology().score(row.event, row.mode)


def test_a_row_with_an_unknown_field_is_refused() -> None:
    from dragoman.knowledge.lexicon import row_from_table

    with pytest.raises(DataError, match=r"consult\.toml.*consult\.odd"):
        row_from_table("CONSULT", {"rule": "consult.odd", "kind": "verb", "colour": "red"}, "consult.toml")
