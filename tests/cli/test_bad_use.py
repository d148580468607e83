"""The door: help, usage errors, exit statuses, start-up."""

import os
import signal
import subprocess
import sys

import pytest

COMMANDS = ("read", "code", "relate", "explain", "doctor")
MORE_THAN_A_PIPE_HOLDS = 1_000_000  # bytes; Linux gives 65,536
DRAGOMAN = (sys.executable, "-c", "from dragoman.cli.main import main; main()")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_has_examples(dragoman, command):
    ran = dragoman(command, "--help")
    assert ran.status == 0
    assert f"Usage: dragoman {command}" in ran.out
    assert f"\n    dragoman {command}" in ran.out


def test_help_names_every_command(dragoman):
    ran = dragoman("--help")
    assert ran.status == 0
    assert all(f"\n  {command} " in ran.out for command in COMMANDS)


def test_version_is_told(dragoman):
    from dragoman import __version__

    assert dragoman("--version").out == f"dragoman {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no command"),
        pytest.param(["translate"], id="unknown command"),
        pytest.param(["read"], id="no input"),
        pytest.param(["read", "-", "--colour"], id="unknown option"),
        pytest.param(["read", "-", "--format", "xml"], id="unknown format"),
        pytest.param(["read", "-", "--effort", "heroic"], id="unknown effort"),
        pytest.param(["read", "-", "--max-bytes", "0"], id="no bytes at all"),
        pytest.param(["code", "-"], id="no output"),
        pytest.param(["code", "-", "-o", "-", "--workers", "0"], id="no workers"),
        pytest.param(["relate", "-"], id="no output for answers"),
        pytest.param(["explain"], id="no text"),
    ],
)
def test_bad_use_is_status_2_with_a_usage_line(dragoman, arguments):
    ran = dragoman(*arguments)
    assert ran.status == 2
    assert "Usage: dragoman" in ran.err + ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["read", "-", "--effort", "fast"], "'fast' is not part of this version", id="read fast"),
        pytest.param(["code", "-", "-o", "-", "--effort", "accurate"], "'accurate' is not part", id="code accurate"),
        pytest.param(["relate", "-", "-o", "-", "--effort", "fast"], "'fast' is not part", id="relate fast"),
        pytest.param(["read", "-", "--date", "14/05/2024"], "'14/05/2024'", id="date in another order"),
        pytest.param(["read", "-", "--date", "2024-02-30"], "'2024-02-30'", id="day that is none"),
        pytest.param(["explain", "Words.", "--date", "today"], "'today'", id="word for a date"),
        pytest.param(["read", "-", "--date", "2024-W20-2"], "'2024-W20-2'", id="week for a date"),
        pytest.param(["code", "-", "-o", "-", "--articles", "-"], "--articles names a file", id="states to stdout"),
    ],
)
def test_refused_values_are_status_2_with_one_line(dragoman, arguments, told):
    ran = dragoman(*arguments)
    assert ran.status == 2
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1


def test_help_loads_no_heavy_library():
    heavy = "{'spacy', 'trafilatura', 'httpx', 'lxml', 'py3langid'} & set(sys.modules)"
    script = f"import sys, dragoman.cli.main as door; door.build_app(); print({heavy})"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"


def test_reader_that_has_gone_ends_the_command_quietly(texts):
    command = [*DRAGOMAN, "read", str(texts), "--format", "jsonl"]
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert "Traceback" not in ran.stderr
    assert "BrokenPipe" not in ran.stderr
    assert ran.returncode == 1


def test_interrupted_command_ends_with_130_and_no_traceback():
    piped = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    with subprocess.Popen([*DRAGOMAN, "read", "-"], **piped) as running:
        running.stdin.write(b"x" * MORE_THAN_A_PIPE_HOLDS)  # returns once the command reads
        running.send_signal(signal.SIGINT)
        told = running.stderr.read()
        assert running.wait(timeout=60) == 130
    assert b"Traceback" not in told
