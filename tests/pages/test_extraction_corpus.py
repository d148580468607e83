"""The stored news pages of the corpus: body, title and day of publication against their gold."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
MIN_MEAN, MIN_PAGE = 0.96, 0.80
ALLOWED_MISSES = 1

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no stored pages at {CORPUS}")


@pytest.fixture(scope="module")
def measuring() -> ModuleType:
    spec = importlib.util.spec_from_file_location("measure_extraction", ROOT / "quality" / "measure_extraction.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_body_title_and_day_are_found_on_the_stored_pages(measuring: ModuleType) -> None:
    measures = measuring.measure_pages(CORPUS)
    bodies = {one.file: one.body for one in measures}
    assert len(measures) == 17
    assert sum(bodies.values()) / len(bodies) >= MIN_MEAN
    assert min(bodies.values()) >= MIN_PAGE, min(bodies, key=bodies.__getitem__)
    missed = [one.file for one in measures if not (one.is_title_right and one.is_day_right)]
    assert len(missed) <= ALLOWED_MISSES, missed
