"""Files in; Word and calendar files out.

| English | Dutch | meaning |
| --- | --- | --- |
| document | document | a file that belongs to something: an initiative, a decision, a meeting, an agreement |
| version | versie | the file itself as it was at a moment; a new version keeps the old one |
| withdrawn | ingetrokken | nobody opens it any more, and everybody reads why |
"""
