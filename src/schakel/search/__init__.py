"""Finding back what the network wrote: one index of its texts, kept by the database itself, seen by who may see them.

Words (English – Dutch): findable text – doorzoekbare tekst; kind – soort; hit – vondst; excerpt – fragment;
inflection – verbuiging; reindex – opnieuw opbouwen.
"""
