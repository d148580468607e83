"""What may reach a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli.terminal import CONTROLS, clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("plain words – «also» ağ", "plain words – «also» ağ", id="plain"),
        pytest.param("\x1b[1;31mred\x1b[0m", "red", id="colour"),
        pytest.param("\x9b31mred", "red", id="colour in one character"),
        pytest.param("a\x1b]0;new title\x07b", "ab", id="window title"),
        pytest.param("a\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\b", "alinkb", id="link"),
        pytest.param("a\x1bPdata\x1b\\b", "ab", id="device control string"),
        pytest.param("a\x1bcb", "ab", id="reset"),
        pytest.param("a\x1b", "a", id="escape at the end"),
        pytest.param("one\r\ntwo\tthree", "one  two three", id="line ends and tabs"),
        pytest.param("a\u202eb\u2066c\u200fd", "abcd", id="reading direction"),
        pytest.param("a\x00\x08\x7fb\ud800", "ab", id="nul, backspace, delete, half a character"),
    ],
)
def test_text_is_cleaned(text, cleaned):
    assert clean(text) == cleaned


@given(st.text(st.characters(), max_size=60) | st.text("\x1b[]0;m\x07\\\x9bPa", max_size=30))
def test_no_text_keeps_a_control_character(text):
    assert not CONTROLS.search(clean(text))
