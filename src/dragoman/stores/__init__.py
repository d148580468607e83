"""What is kept: one contract, SQLite and PostgreSQL behind it."""

from dragoman.stores.contract import Reading, Store, Writing

__all__ = ["Reading", "Store", "Writing"]
