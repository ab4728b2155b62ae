"""The spine: an idea is screened, explored, planned and decided upon, and becomes an assignment or a project.

An *initiative* (verbeterinitiatief) is one object from idea to embedding. It stands in one *stage* (stand) and moves
only by a valid *decision* (besluit) at a *gate* (poort). Its *story* (verhaal) tells each step: who, what, why, when.
Words: screening (screening), assessment (beoordeling), exploration (verkenning), partner view (kijk van een partner),
plan (plan), commitment (toezegging), park (parkeren), merge (samenvoegen), refer (doorverwijzen).
"""
