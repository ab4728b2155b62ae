"""Whole networks in and out as a file that people can read, check and keep.

Words (English – Dutch): network file – netwerkbestand; load – inladen; dry run – proefronde; fault – fout;
inferred – onze duiding, niet uit de bron.
"""
