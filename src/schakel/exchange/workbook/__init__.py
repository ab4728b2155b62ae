"""The set-up workbook: partners, bodies, seats and running projects in one Excel file, out and in."""
