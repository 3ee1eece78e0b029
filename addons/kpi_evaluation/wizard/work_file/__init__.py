"""The file of a month's work: its columns, its rows, its workbook; plain Python."""
