"""The append-only record of who did what and why; sealed in batches whose seals form a chain.

| English | Dutch | meaning |
| --- | --- | --- |
| entry | regel | one action by one person, with its reason |
| seal | zegel | a hash over a batch of entries and the seal before it |
"""
