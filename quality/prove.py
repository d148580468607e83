"""The long proofs: every Hypothesis test with 100 times the examples, and the scripts of quality/proofs.

In: nothing, or names of scripts (`kills`) or paths of tests to keep to.  Out: what they print, a report with machine,
commit and result for each (quality/proof/NAME.md), and exit status 1 where one failed.  To add a proof, write a script
into quality/proofs and name it in `SCRIPTS`: the last line that it prints is a JSON object {"title", "passed",
"figures": {name: value}}, and it ends with 0 or 1.
"""

import datetime
import json
import os
import platform
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "quality" / "proof"
REPORT = REPORTS / "hypothesis.md"
SCRIPTS = ("kills", "steady_rate")


@dataclass(frozen=True, slots=True)
class Proof:
    """One run of the proof: what was run, on which commit, how it ended, how long it took."""

    tests: str
    commit: str
    is_dirty: bool
    day: str
    seconds: float
    closing_line: str
    status: int


def describe_machine() -> str:
    """Return the machine in a line, without its name."""
    return f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def render_report(proof: Proof, machine: str) -> str:
    """Return the report as Markdown."""
    dirty = ", with changes not committed" if proof.is_dirty else ""
    return f"""# Hypothesis tests with 100 times the examples

| | |
| --- | --- |
| result | {"passed" if proof.status == 0 else f"FAILED (exit status {proof.status})"} |
| pytest | {proof.closing_line} |
| tests | {proof.tests} |
| commit | {proof.commit}{dirty} |
| day | {proof.day} |
| took | {proof.seconds:.0f} s |
| machine | {machine} |

Run again with `make proof`.
"""


def render_figures(name: str, told: dict[str, object], proof: Proof, machine: str) -> str:
    """Return the report of a script's proof as Markdown: its result and figures, then on what it ran."""
    dirty = ", with changes not committed" if proof.is_dirty else ""
    figures = told.get("figures")
    rows = figures.items() if isinstance(figures, dict) else ()
    return "\n".join(
        [
            f"# {told.get('title', name)}",
            "",
            "| | |",
            "| --- | --- |",
            f"| result | {'passed' if proof.status == 0 else f'FAILED (exit status {proof.status})'} |",
            *(f"| {figure} | {value} |" for figure, value in rows),
            f"| commit | {proof.commit}{dirty} |",
            f"| day | {proof.day} |",
            f"| took | {proof.seconds:.0f} s |",
            f"| machine | {machine} |",
            "",
            f"Run again with `make proof`, or this one alone with `python quality/prove.py {name}`.",
            "",
        ]
    )


def ask_git(*arguments: str) -> str:
    """Return what git says, or "unknown" outside a repository."""
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return done.stdout.strip()


def run_proof(paths: list[str]) -> Proof:
    """Run the Hypothesis tests, passing their output through, and return how it went."""
    return run_command(
        [sys.executable, "-m", "pytest", "-m", "hypothesis", "--hypothesis-profile=proof", *paths],
        " ".join(paths) or "all",
    )


def run_command(command: list[str], tests: str) -> Proof:
    """Run a proof's command, passing its output through, and return how it went."""
    began, closing_line = time.monotonic(), "no output"
    environment = {**os.environ, "DRAGOMAN_PROOF": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            print(line, end="", flush=True)
            closing_line = line.strip() or closing_line
    return Proof(
        tests=tests,
        commit=ask_git("rev-parse", "--short=12", "HEAD"),
        is_dirty=bool(ask_git("status", "--porcelain")),
        day=datetime.datetime.now(datetime.UTC).date().isoformat(),
        seconds=time.monotonic() - began,
        closing_line=closing_line,
        status=running.returncode,
    )


def prove_script(name: str) -> int:
    """Run a script of quality/proofs and write its report; return its exit status."""
    proof = run_command([sys.executable, str(ROOT / "quality" / "proofs" / f"{name}.py")], name)
    try:
        told = json.loads(proof.closing_line)
    except ValueError:
        told = {"figures": {"last words": proof.closing_line}}
    write_report(REPORTS / f"{name}.md", render_figures(name, told, proof, describe_machine()))
    return proof.status


def prove_tests(paths: list[str]) -> int:
    """Run the Hypothesis tests and write their report; return pytest's exit status."""
    proof = run_proof(paths)
    write_report(REPORT, render_report(proof, describe_machine()))
    return proof.status


def write_report(path: Path, report: str) -> None:
    """Write a report where reports stand, and say so."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(report, encoding="utf-8")
    print(f"written: {path.relative_to(ROOT)}")


def main() -> int:
    """Run the proofs that were named, or all, and write their reports; return 1 where one failed."""
    scripts = [name for name in sys.argv[1:] if name in SCRIPTS]
    paths = [name for name in sys.argv[1:] if name not in SCRIPTS]
    statuses = [prove_tests(paths)] if paths or not scripts else []
    statuses += [prove_script(name) for name in (scripts or (() if paths else SCRIPTS))]
    return 1 if any(statuses) else 0


if __name__ == "__main__":
    sys.exit(main())
