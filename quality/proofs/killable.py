"""The command line, in a process that kills itself (SIGKILL) at a moment told beforehand.

In: the number of the SQL statement or commit before which to die (0: never), a file for their count, and the command.
Out: what the command does until then; the count is written when it ends by itself.  Statements are the clock because
they are the moments that matter, and the same number is the same moment again.
"""

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from dragoman.cli.main import main


class Clock:
    """Counts statements and commits, and kills the process before the one that was told."""

    def __init__(self, kill_at: int) -> None:
        self.kill_at = kill_at
        self.ticks = 0

    def tick(self, *_: object) -> None:
        """Count one."""
        self.ticks += 1
        if self.ticks == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def run(kill_at: int, count_file: Path, command: list[str]) -> None:
    """Run a command under the clock; leaves the process with its exit status."""
    clock = Clock(kill_at)
    event.listen(Engine, "before_cursor_execute", clock.tick)
    event.listen(Engine, "commit", clock.tick)
    try:
        main(command)
    finally:
        count_file.write_text(str(clock.ticks), encoding="utf-8")


if __name__ == "__main__":
    run(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
