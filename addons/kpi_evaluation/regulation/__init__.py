"""The arithmetic of the Regulation: plain values in, plain values out, no Odoo."""
