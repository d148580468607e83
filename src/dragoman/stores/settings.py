"""How a store is opened: what may be set, and to what it is set where nobody says."""

from dataclasses import dataclass

WAIT_S = 60.0  # how long a writer waits for another's transaction; one batch of an ingest takes well under a second


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """`wait_s` is how long a writer waits its turn; `max_bytes` how large an SQLite file may grow (None: no bound)."""

    wait_s: float = WAIT_S
    max_bytes: int | None = None
