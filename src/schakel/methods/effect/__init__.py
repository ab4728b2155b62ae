"""What a change did: interrupted series, comparison areas, and the verdict on a claim.

``verdicts``, ``report`` and ``periods`` need the standard library only; pages import those. ``analysis`` works out a
report with scipy and statsmodels (``series``, ``counts``, ``comparison`` and what is under them): commands and jobs
import that.
"""
