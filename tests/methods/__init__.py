"""Tests of the calculations; no database."""
