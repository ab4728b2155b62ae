"""Work that nobody waits for: queued in the transaction of an action, done by the worker, once in effect.

``defer("app.task", network=…, **ids)`` queues a task; an app's ``tasks.py`` says what it does. Long work that a person
started has a row of its own, with progress, a way to stop it and a message at the end.

| English | Dutch | meaning |
| --- | --- | --- |
| job | taak | long work that a person started, with its progress |
| round | ronde | one look of the worker for jobs that nobody is doing any more |
"""
