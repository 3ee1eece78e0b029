from odoo import api, models

# Agency, kind, report; of each category: classes A to D and not evaluated.
REPORTED = (
    (
        "Bảo hiểm xã hội tỉnh Thái Nguyên",
        "kind_nganh_doc",
        "215/BC-BHXH",
        {
            "head": (1, 9, 0, 0, 0),
            "deputy": (2, 12, 0, 0, 0),
            "staff": (11, 68, 5, 1, 2),
            "contract": (0, 6, 1, 0, 0),
        },
    ),
    (
        "Sở Khoa học và Công nghệ tỉnh Thái Nguyên",
        "kind_ubnd_tinh_co_quan",
        "87/BC-SKHCN",
        {
            "head": (1, 7, 0, 0, 0),
            "deputy": (1, 9, 1, 0, 0),
            "staff": (6, 41, 2, 0, 1),
            "contract": (0, 4, 0, 0, 0),
        },
    ),
)
COUNTS = ("a_count", "b_count", "c_count", "d_count", "exempt_count")


class KpiDemo(models.AbstractModel):
    """What agencies outside the system report of the published month (Điều 20.3)."""

    _inherit = "kpi.demo"

    @api.model
    def _make_aftermath(self, month):
        made = super()._make_aftermath(month)
        reports = self.env["kpi.outside.month"].with_user(
            self.env.ref("base.user_admin")
        )
        if self._is_law(month) and not reports.search([("date_start", "=", month)]):
            reports.create(
                [
                    {
                        "agency": agency,
                        "org_kind_id": self.env.ref(f"kpi_evaluation.{kind}").id,
                        "date_start": month,
                        "position_category": category,
                        "document": document,
                        **dict(zip(COUNTS, counts, strict=True)),
                    }
                    for agency, kind, document, categories in REPORTED
                    for category, counts in categories.items()
                ]
            )
        return made
