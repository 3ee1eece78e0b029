from odoo import api, fields, models

STAGES = [
    ("self", "Self-assessment"),
    ("opinion", "Opinion"),
    ("decision", "Decision"),
    ("publication", "Publication"),
    ("done", "Published"),
]
# Of the sheets that are furthest behind, the state that the session as a whole is in.
STAGE_OF_STATE = {
    "draft": "self",
    "self_assessed": "opinion",
    "reviewed": "decision",
    "decided": "publication",
    "published": "done",
    "exempt": "done",
}


class KpiSession(models.Model):
    """How far the sheets of a session have come, and who is holding it up."""

    _inherit = "kpi.session"

    appraisal_ids = fields.One2many(
        "kpi.appraisal",
        compute="_compute_appraisal_ids",
        readonly=False,
        string="Sheets",
        help="Those of its people whom the reader may see, best first.",
    )
    sheet_count = fields.Integer(compute="_compute_counts", string="People")
    draft_count = fields.Integer(compute="_compute_counts", string="Not assessed yet")
    waiting_count = fields.Integer(compute="_compute_counts", string="For opinion")
    reviewed_count = fields.Integer(compute="_compute_counts", string="For decision")
    decided_count = fields.Integer(compute="_compute_counts", string="Decided")
    published_count = fields.Integer(compute="_compute_counts", string="Published")
    stage = fields.Selection(
        STAGES,
        compute="_compute_counts",
        help="Of the sheets that the reader may see; empty where there are none.",
    )
    readiness = fields.Text(
        compute="_compute_readiness", help="What is still missing, and of whom."
    )

    def _sheets_by_session(self):
        """{session: its sheets that the user may read, best first}."""
        sheets = self.env["kpi.appraisal"].search(
            [("period_id", "in", self.period_id.ids), ("state", "!=", "annulled")],
            order="total_score desc, id",
        )
        by_key = sheets.grouped(self._key_of_sheet)
        return {one: by_key.get(one._key(), sheets.browse()) for one in self}

    @api.depends_context("uid")
    def _compute_appraisal_ids(self):
        sheets = self._sheets_by_session()
        for session in self:
            session.appraisal_ids = sheets[session]

    @api.depends_context("uid")
    @api.depends("appraisal_ids")
    def _compute_counts(self):
        counted = {
            "draft_count": ("draft",),
            "waiting_count": ("self_assessed",),
            "reviewed_count": ("reviewed",),
            "decided_count": ("decided",),
            "published_count": ("published",),
        }
        for session in self:
            states = session.appraisal_ids.mapped("state")
            session.sheet_count = len(states)
            for name, names in counted.items():
                session[name] = sum(state in names for state in states)
            behind = (code for code, stage in STAGE_OF_STATE.items() if code in states)
            session.stage = STAGE_OF_STATE.get(next(behind, None), False)

    @api.depends_context("uid")
    @api.depends("appraisal_ids")
    def _compute_readiness(self):
        for session in self:
            session.readiness = "\n".join(session._readiness_lines())

    def _readiness_lines(self):
        """What holds the session up, a sentence each."""
        self.ensure_one()
        sheets = self.appraisal_ids
        late = sheets.filtered(lambda one: one.state == "draft")
        if late:
            yield self.env._(
                "Not assessed themselves yet: %(people)s.", people=_names(late)
            )
        waiting = sheets.filtered(lambda one: one.state == "self_assessed")
        reviewed = sheets.filtered(lambda one: one.state == "reviewed")
        if self.is_mine:
            yield from filter(None, waiting._reasons_against("review").values())
            reasons = reviewed._reasons_against("decide")
            yield from dict.fromkeys(filter(None, reasons.values()))
        elif waiting | reviewed:
            yield self.env._(
                "%(waiting)s sheets wait for the opinion, %(reviewed)s for the "
                "decision of whoever judges here.",
                waiting=len(waiting),
                reviewed=len(reviewed),
            )


NAMES_SHOWN = 4


def _names(sheets, most=NAMES_SHOWN):
    """The names of a few people, and how many more there are."""
    names = ", ".join(sheets[:most].mapped("employee_name"))
    return f"{names} (+{len(sheets) - most})" if len(sheets) > most else names
