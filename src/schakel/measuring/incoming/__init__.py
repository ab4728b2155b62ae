"""From a file that somebody sent to rows of plain words: CSV is read here, a workbook in a process of its own."""
