"""Sheets that are still open follow the rules that an upgrade brought (0.0.0: always).

``pre-clauses.py`` adds them in SQL, before anything could be scored by them; such a row
has no moment of creation until its sheets were scored here.
"""

from odoo import SUPERUSER_ID, api
from odoo.tools import SQL


def migrate(cr, version):
    """Score the open sheets anew that a rule without a moment of creation concerns."""
    env = api.Environment(cr, SUPERUSER_ID, {})
    rules = env["kpi.regulation.clause"].search([("create_date", "=", False)])
    if rules:
        env.registry.clear_cache()
        oldest = rules.sorted("date_from")[0]
        oldest._score_again(oldest._sheets_concerned())
    cr.execute(
        SQL(
            "UPDATE kpi_regulation_clause SET create_date = now() AT TIME ZONE 'UTC' "
            "WHERE create_date IS NULL"
        )
    )
