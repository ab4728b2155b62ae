"""Measuring: definitions, figures, baselines and what they show."""
