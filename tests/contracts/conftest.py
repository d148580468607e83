"""What the store's contract suite stands on: both back ends, one empty store a test."""

import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from servers import running_server

from dragoman.stores import open_store

BACKENDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server for the whole session."""
    with running_server() as running:
        yield running


@pytest.fixture(params=BACKENDS)
def address(request, tmp_path):
    """The address of an empty store of each back end in turn."""
    with address_on(request, tmp_path) as made:
        yield made


@pytest.fixture
def store(address):
    """An empty store of each back end in turn."""
    opened = open_store(address)
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=BACKENDS)
def shared_store(request, tmp_path_factory):
    """A store of each back end in turn for all tests of a module, which fill it once and then only read."""
    with address_on(request, tmp_path_factory.mktemp("shared")) as made:
        opened = open_store(made)
        yield opened
        opened.close()


@contextmanager
def address_on(request, folder):
    """The address of an empty store on the back end that is asked for."""
    if request.param == "sqlite":
        yield f"sqlite:///{folder}/news.db"
    else:
        with request.getfixturevalue("server").database() as made:
            yield made
