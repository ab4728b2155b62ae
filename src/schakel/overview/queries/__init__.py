"""Readings over several apps; one file for each page."""
