"""Who can sign in. Accounts are global; what a person may do follows from memberships and seats.

| English | Dutch | meaning |
| --- | --- | --- |
| person | persoon | someone who can sign in |
"""
