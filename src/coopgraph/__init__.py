"""Reads what is written about cooperation between institutions and builds a knowledge graph with evidence."""

__version__ = "0.1.0"
