"""Event data of the care chain: why it may be used, the logs with events, and the links where people wait.

A log is prepared by the worker and asked once; pages read the answers that were stored and never open a log.

| English | Dutch | meaning |
| --- | --- | --- |
| data purpose | gegevensdoel | under which agreement and for what event data is used, and how long at most |
| event log | logboek | one file with events: its columns, what was read, until when it is kept, its answers |
| link of the chain | schakel van de keten | the hand-over from one station to the next: how many, how long |
| station | station | a place or step of the chain: an organisation, or a step |
| bottleneck | knelpunt | where the chain stalls and why, as somebody told it or as a link shows it |
| chain norm | norm voor een schakel | within how many days so many of hundred people go on, and who says so |
"""
