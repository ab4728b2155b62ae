"""What people do in the diary of De Linde; each deed is one or a few calls of the real actions."""

from schakel.demo.deeds import (
    absences,
    agreements,
    deciding,
    documents,
    embedding,
    exploring,
    following,
    gate_lists,
    growing,
    ideas,
    measures,
    meeting,
    outside,
    planning,
    screening,
    spending,
    value,
)
from schakel.demo.deeds.book import DEEDS, perform

__all__ = [
    "DEEDS",
    "absences",
    "agreements",
    "deciding",
    "documents",
    "embedding",
    "exploring",
    "following",
    "gate_lists",
    "growing",
    "ideas",
    "measures",
    "meeting",
    "outside",
    "perform",
    "planning",
    "screening",
    "spending",
    "value",
]
