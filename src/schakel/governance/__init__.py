"""Who may decide what: bodies with seats and mandates, their meetings, and decisions that prove themselves.

Words (code, Dutch): body gremium, seat zetel, tenure bezetting, mandate mandaat, decision besluit, vote stem,
recusal verschoning, consent akkoord, condition voorwaarde, meeting overleg, agenda item agendapunt,
provisional onder voorbehoud, standing positie.
"""
