"""What is measured and how: indicators, the figures of each period, baselines and what they show.

This app knows nothing of initiatives; a series may belong to some subject, known by its kind and key only.

| English | Dutch | meaning |
| --- | --- | --- |
| indicator | indicator | a reviewed definition of something that is measured; a new version never changes an old one |
| catalogue | catalogus | the indicators that Schakel brings along as reviewed files, to be taken over |
"""
