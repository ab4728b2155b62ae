"""Whole networks in and out as a file that people can read, check and keep; and Excel in and out.

Words (English – Dutch): network file – netwerkbestand; load – inladen; dry run – proefronde; fault – fout;
workbook – werkmap; inferred – onze duiding, niet uit de bron.
"""
