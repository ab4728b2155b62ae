"""Whose rows these are: row-level security, the signed context and its checks.

| English | Dutch | meaning |
| --- | --- | --- |
| tenant | netwerk | the care network that owns a row |
| context | context | who looks, signed, for one transaction: a person, a visitor of a network, or the system |
"""
