"""Queries are asked of the sample in every kind of store."""

from tests.store.conftest import sample, store

__all__ = ["sample", "store"]
