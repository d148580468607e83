"""What is kept: one contract, SQLite and PostgreSQL behind it."""

from dragoman.stores.contract import Reading, Store, Writing
from dragoman.stores.opening import open_store
from dragoman.stores.settings import StoreSettings

__all__ = ["Reading", "Store", "StoreSettings", "Writing", "open_store"]
