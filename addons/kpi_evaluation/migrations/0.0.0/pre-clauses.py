"""The rules of the Regulation come before all else of an upgrade (0.0.0: of every one).

What a new version stores about old months is computed while its tables are made, and
asks for rules that the version brings along; its data files are read only afterwards.
"""

import csv

from odoo.tools import SQL, file_open

RULES = "kpi_evaluation/data/kpi.regulation.clause.csv"
MODULE, MODEL = "kpi_evaluation", "kpi.regulation.clause"


def migrate(cr, version):
    """Add the rules that the database does not know yet, under their external ids."""
    cr.execute(
        SQL(
            "SELECT name FROM ir_model_data WHERE module = %s AND model = %s",
            MODULE,
            MODEL,
        )
    )
    known = {name for (name,) in cr.fetchall()}
    with file_open(RULES, "r") as file:
        for row in csv.DictReader(file):
            name = row.pop("id")
            if name not in known:
                _add(cr, name, row)


def _add(cr, name, row):
    columns = SQL(", ").join(map(SQL.identifier, row))
    cr.execute(
        SQL(
            "INSERT INTO kpi_regulation_clause (%s) VALUES %s RETURNING id",
            columns,
            tuple(row.values()),
        )
    )
    (clause,) = cr.fetchone()
    cr.execute(
        SQL(
            "INSERT INTO ir_model_data (module, name, model, res_id, noupdate)"
            " VALUES (%s, %s, %s, %s, FALSE)",
            MODULE,
            name,
            MODEL,
            clause,
        )
    )
