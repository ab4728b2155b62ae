"""What is measured and how: indicators, the figures of each period, baselines and what they show.

This app knows nothing of initiatives; a series may belong to some subject, known by its kind and key only.

| English | Dutch | meaning |
| --- | --- | --- |
| indicator | indicator | a reviewed definition of something that is measured; a new version never changes an old one |
| catalogue | catalogus | the indicators that Schakel brings along as reviewed files, to be taken over |
| series | reeks | what one version of an indicator is for the network, an area or a partner, period after period |
| figure | cijfer | the value of one period; a correction stands beside what it replaces |
| baseline | nulmeting | the figures before a change, checked by somebody else and locked with a fingerprint |
"""
