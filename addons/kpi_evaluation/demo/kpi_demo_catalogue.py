from odoo import api, models

# What the next version changes, adds and leaves out.
POINTS = {"DC.03": 60, "KT.03": 30, "VP.05": 75}
NAMES = {"DC.02": "Trả lời văn bản của cơ quan, tổ chức, công dân"}
DROPPED = ("VP.09",)
ADDED = (
    (
        "DC.08",
        "DC.02",
        "Rà soát, cập nhật dữ liệu số của một lĩnh vực",
        "Biên bản rà soát",
        24,
    ),
)


class KpiDemo(models.AbstractModel):
    """The demonstration's catalogue: one version in force, the next one drawn up."""

    _inherit = "kpi.demo"

    @api.model
    def _make_catalogues(self):
        """Approve the catalogue as its keeper, and draw up the next version."""
        catalogue = self.env.ref("kpi_evaluation.demo_catalogue")
        catalogue = catalogue.with_user(self._user("tochuc"))
        catalogue.action_approve()
        action = catalogue.action_new_version()
        draft = catalogue.browse(action["res_id"])
        draft.write({"date_from": "2027-01-01"})
        items = {item.code: item for item in draft.item_ids}
        for code, points in POINTS.items():
            items[code].points = points
        for code, name in NAMES.items():
            items[code].name = name
        for code in DROPPED:
            items[code].unlink()
        for code, like, name, product, points in ADDED:
            changes = {"code": code, "name": name, "product": product}
            items[like].copy(changes | {"points": points})
