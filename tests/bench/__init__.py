"""How fast the pages are with a large network: ``make bench``."""
