"""Given sides: what one does to the other, always answered."""

import pytest

from dragoman.records import Span
from dragoman.runs.batch import shared_stages
from dragoman.runs.relating import RelateAnswer, relate_sides


def relate(marked: str) -> RelateAnswer:
    """Relate the sides of a text in which [square] brackets mark the actor and {curly} ones the recipient."""
    text, sides, opened = "", {"[": [], "{": []}, {}
    for char in marked:
        if char in "[{":
            opened[char] = len(text)
        elif char in "]}":
            kind = "[" if char == "]" else "{"
            sides[kind].append(Span(opened[kind], len(text)))
        else:
            text += char
    return relate_sides(shared_stages(), text, sides["["], sides["{"])


CASES = [
    pytest.param("[Chile] accused {Peru} of overfishing.", "ACCUSE", id="accuse"),
    pytest.param("[Norway's prime minister] met {the Finnish president} in Oslo.", "CONSULT", id="meet"),
    pytest.param("[India] sent tents to {Nepal}.", "AID", id="send tents"),
    pytest.param("[Oman] refused to lend money to {Yemen}.", "REJECT", id="refuse"),
    pytest.param("[Ghana] promised to send doctors to {Togo}.", "AGREE", id="promise"),
    pytest.param("[Ghana] will send doctors to {Togo}.", "AGREE", id="future help"),
    pytest.param("[Mali] urged {Niger} to open the road.", "REQUEST", id="urge"),
    pytest.param("[Sudan] threatened to close the border with {Chad}.", "THREATEN", id="threaten"),
    pytest.param("[Kenyan police] arrested {three Ugandan traders}.", "COERCE", id="arrest"),
    pytest.param("[Rebels] attacked {an army convoy} near the lake.", "ASSAULT", id="attack"),
    pytest.param("{Three soldiers} were killed by [gunmen] at dawn.", "ASSAULT", id="passive"),
    pytest.param("[Sweden] expelled {two Russian diplomats}.", "SANCTION", id="expel"),
    pytest.param("[Thousands of workers] marched against {the government}.", "PROTEST", id="march"),
    pytest.param("[Fiji] and {Tonga} held joint naval drills.", "COOPERATE", id="drills"),
    pytest.param("[Portugal] praised {Angola} for its elections.", "SUPPORT", id="praise"),
    pytest.param("[The army] released {forty prisoners}.", "RETREAT", id="release"),
    pytest.param("[Vietnam] deployed warships against {Cambodia}.", "MOBILIZE", id="deploy"),
    pytest.param("[Laos] did not sign the treaty with {Cambodia}.", "REJECT", id="negated help"),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_type_is_what_the_actor_does_to_the_recipient(marked: str, expected: str) -> None:
    assert relate(marked).event == (expected,)


@pytest.mark.parametrize("marked", ["", "No side is named here.", "[Peru].", "{Peru}?", "Ünïcödé [x] … {y}"])
def test_every_text_is_answered(marked: str) -> None:
    answer = relate(marked)
    assert len(answer.event) == 1
    assert 0 < answer.confidence <= 1
    assert answer.rule


def test_best_type_has_the_best_score() -> None:
    answer = relate("[Chile] accused {Peru} of overfishing.")
    assert max(answer.scores, key=lambda event: answer.scores[event]) == answer.event[0]
    assert answer.confidence == answer.scores[answer.event[0]]
