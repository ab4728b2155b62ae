"""Tests of the site: middleware, faults, settings."""
