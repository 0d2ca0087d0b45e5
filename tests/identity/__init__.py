"""Tests of coopgraph.identity."""
