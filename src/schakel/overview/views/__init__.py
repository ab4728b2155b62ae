"""Pages that read from many apps; one file for each."""
