"""Extensions of views that a new version no longer has step aside (0.0.0: always).

Odoo removes them at the end of an upgrade; until then they would be applied to the new
text of what they extend, find nothing to hold on to, and stop it.
"""

from lxml import etree

from odoo.modules.module import Manifest
from odoo.tools import SQL, file_open

MODULE = "kpi_evaluation"


def migrate(cr, version):
    """Deactivate the add-on's extensions of views that its files no longer name."""
    cr.execute(
        SQL(
            """
            UPDATE ir_ui_view AS view SET active = FALSE
            FROM ir_model_data AS data
            WHERE data.module = %s AND data.model = 'ir.ui.view'
                AND data.res_id = view.id AND view.inherit_id IS NOT NULL
                AND NOT data.name = ANY(%s)
            """,
            MODULE,
            list(_names()),
        )
    )


def _names():
    for path in Manifest.for_addon(MODULE)["data"]:
        if path.endswith(".xml"):
            with file_open(f"{MODULE}/{path}", "rb") as file:
                for node in etree.parse(file).iter("template", "record"):
                    yield node.get("id")
