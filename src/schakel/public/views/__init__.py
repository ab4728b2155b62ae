"""The public pages, what comes in from outside, and where the office handles it."""
