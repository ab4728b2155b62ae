"""Pages that read from many apps, and deeds that reach into more than one of them.

Words (code, Dutch): start page mijn overzicht, deciding besluiten nemen, due aan de beurt.
"""
