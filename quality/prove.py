"""The long proof: every Hypothesis test with 100 times the examples, and a report of it.

In: nothing, or paths of tests to keep to.  Out: pytest's output, quality/proof/hypothesis.md with machine, commit and
result, and pytest's exit status.  To add a proof of another kind, give it a report of its own beside this one.
"""

import datetime
import os
import platform
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "quality" / "proof" / "hypothesis.md"


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


def ask_git(*arguments: str) -> str:
    """Return what git says, or "unknown" outside a repository."""
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return done.stdout.strip()


def run_proof(paths: list[str]) -> Proof:
    """Run the Hypothesis tests, passing their output through, and return how it went."""
    began, closing_line = time.monotonic(), "no output"
    command = [sys.executable, "-m", "pytest", "-m", "hypothesis", "--hypothesis-profile=proof", *paths]
    environment = {**os.environ, "DRAGOMAN_PROOF": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            print(line, end="", flush=True)
            closing_line = line.strip() or closing_line
    return Proof(
        tests=" ".join(paths) or "all",
        commit=ask_git("rev-parse", "--short=12", "HEAD"),
        is_dirty=bool(ask_git("status", "--porcelain")),
        day=datetime.datetime.now(datetime.UTC).date().isoformat(),
        seconds=time.monotonic() - began,
        closing_line=closing_line,
        status=running.returncode,
    )


def main() -> int:
    """Run the proof and write its report; return pytest's exit status."""
    proof = run_proof(sys.argv[1:])
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(render_report(proof, describe_machine()), encoding="utf-8")
    print(f"written: {REPORT.relative_to(ROOT)}")
    return proof.status


if __name__ == "__main__":
    sys.exit(main())
