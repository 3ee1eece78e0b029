import os

from odoo import api, models
from odoo.tools import file_path

FONTS = "kpi_evaluation/report/fonts/fonts.conf"


class IrActionsReport(models.Model):
    """Prints with the fonts of the add-on beside those of the machine.

    Tinos is as wide as Times New Roman, letter for letter. What stands in for that on
    a Linux server lacks half of Vietnamese; a font sent along inside the page would be
    printed as drawings, not as text.
    """

    _inherit = "ir.actions.report"

    @api.model
    def _run_wkhtmltopdf(self, *args, **kwargs):
        os.environ.setdefault("FONTCONFIG_FILE", file_path(FONTS))
        return super()._run_wkhtmltopdf(*args, **kwargs)
