"""The demo: the real networks as facts, and made-up networks that show the whole story.

Nothing here runs outside demo mode. "De Linde" (voorbeeld) is told as a diary (``linde/``): who did what, how many
weeks before the day of loading. The loader plays it through the same actions as the pages, with the clock set back.
"""
