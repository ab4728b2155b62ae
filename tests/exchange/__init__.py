"""Tests of the network file and its loader."""
