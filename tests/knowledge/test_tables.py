"""The tables say where they are broken, and spellings are made alike without moving a character."""

import pytest

from dragoman.errors import DataError
from dragoman.knowledge.folding import fold_text
from dragoman.knowledge.tables import read_table


def test_a_table_with_other_columns_is_refused_with_the_columns_it_should_have() -> None:
    with pytest.raises(DataError, match=r"agents\.tsv: the header line must read noun, kind"):
        list(read_table("agents.tsv", ("noun", "kind")))


def test_a_missing_table_is_refused_by_name() -> None:
    with pytest.raises(DataError, match=r"rivers\.tsv cannot be read"):
        list(read_table("rivers.tsv", ("name",)))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Türkiye’s Çankaya", "Turkiye's Cankaya", id="accents and a curly apostrophe"),
        pytest.param("İstanbul, Bakı", "Istanbul, Baki", id="dots where English has none and the reverse"),
        pytest.param("Łódź‑Øresund", "Lodz-Oresund", id="letters that do not decompose"),
        pytest.param("New\u00a0Delhi\nTel", "New Delhi Tel", id="spaces of all sorts"),
        pytest.param("ﬁne ½ ß 北京", "ﬁne ½ ß 北京", id="what would change length stays"),
    ],
)
def test_folding_keeps_every_character_in_its_place(text: str, folded: str) -> None:
    assert fold_text(text) == folded
    assert len(fold_text(text)) == len(text)
