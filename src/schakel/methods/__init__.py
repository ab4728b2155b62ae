"""Calculation only: values in, values out; no Django, no clock, no tables."""
