"""Ctrl-C and SIGTERM while a store is being changed: the step at hand is finished, then the run ends.

Comes in: signals.  Goes out: `Interrupted`, raised at once, or at the end of a `held` block.  A second signal is
obeyed at once even there: the transaction is then undone by the store.
"""

import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType, TracebackType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupted(KeyboardInterrupt):
    """Somebody asked the program to end; `status` is the exit status that says so."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.status = 128 + number


class Stopping:
    """Answers signals while it is entered; without that, or outside the main thread, it only passes through."""

    def __init__(self) -> None:
        self._held = 0  # how many blocks are open, one inside the other
        self._waiting: int | None = None
        self._earlier: Mapping[int, object] = {}

    def __enter__(self) -> "Stopping":
        """Take the signals over."""
        if threading.current_thread() is threading.main_thread():
            self._earlier = {number: signal.signal(number, self._answer) for number in SIGNALS}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the signals back."""
        for number, handler in self._earlier.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._earlier = {}

    @contextmanager
    def held(self) -> Iterator[None]:
        """Put a signal off until the block has ended."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
        if self._waiting is not None and not self._held:
            waiting, self._waiting = self._waiting, None
            raise Interrupted(waiting)

    def _answer(self, number: int, _: FrameType | None) -> None:
        if self._held and self._waiting is None:
            self._waiting = number
        else:
            raise Interrupted(number)
