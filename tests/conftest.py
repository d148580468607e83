"""What all tests share: where the checkout stands, the shared folder beside it, how hard Hypothesis tries.

A test that wants another number of examples than the profile's writes it as a share of it, so that
`make proof` still means 100 times as many: `@settings(max_examples=settings.default.max_examples // 10)`.
"""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EXAMPLES = 50

# Scripts that are no packages, and are tested as modules: quality/gate.py, tests/casebook/reading.py …
sys.path[:0] = [
    str(ROOT / folder) for folder in ("quality", "tests/casebook", "tests/exports", "tests/house", "tests/records")
]

settings.register_profile("everyday", max_examples=EXAMPLES, deadline=None, derandomize=True)
settings.register_profile(
    "proof", max_examples=100 * EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("proof" if os.environ.get("DRAGOMAN_PROOF") == "1" else "everyday")


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared gold and corpora beside the checkout; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the checkout")
    return SHARED
