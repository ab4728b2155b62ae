"""Messages to people: the bell, mail at once, and one digest a week.

An action says ``notify(…)`` and that is all it costs; by the person's preferences the worker decides whether a mail
follows.

| English | Dutch | meaning |
| --- | --- | --- |
| notice | melding | one event that one person should know of |
| preference | voorkeur | how a person wants to hear of one kind of event |
| mail | mail | one mail to one person, about one notice or a week of them |
"""
