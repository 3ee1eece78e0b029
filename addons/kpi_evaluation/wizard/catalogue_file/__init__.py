"""Reading, checking and writing the file of a catalogue; plain Python, no Odoo."""
