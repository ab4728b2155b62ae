"""What a change did: the verdict on a claim, and how strong the evidence is.

``verdicts`` needs the standard library only and is what pages import.
"""
