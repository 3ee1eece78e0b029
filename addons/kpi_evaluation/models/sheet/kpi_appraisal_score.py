from collections import defaultdict

from odoo import api, fields, models

from ...regulation.leading import LEADERS
from ...regulation.scoring import LeaderFacts, Mark, Product, score
from ...regulation.values import Missing, shown
from ..base.recompute import compute_again
from .kpi_appraisal import GRADES

# The contract's field of each figure of the kernel's score.
SCORE_FIELDS = {
    "quantity_ratio": "quantity",
    "quality_ratio": "quality",
    "progress_ratio": "progress",
    "unit_ratio": "unit",
    "organising_ratio": "organising",
    "unity_ratio": "unity",
    "result_score": "result",
    "general_score": "general",
    "bonus_score": "bonus",
    "total_score": "total",
}

# What is read of an assignment: whose it is, and what the kernel's Product takes.
FACTS = (
    "employee_id",
    "period_id",
    "origin",
    "coefficient",
    "base_quantity",
    "done_quantity",
    "fault_count",
    "late_count",
)
POINTS = (
    "code",
    "max_points",
    "self_points",
    "self_given",
    "evaluator_points",
    "evaluator_given",
)


def _figure(label, **kwargs):
    return fields.Float(
        label,
        compute="_compute_score",
        store=True,
        digits=(16, 2),
        aggregator=None,
        **kwargs,
    )


class KpiAppraisal(models.Model):
    """The score of a sheet, while its facts may still change (Điều 11–14).

    Figures are shown cut off after two decimals; the exact ones, with how they came
    about, are in ``trace``. Once the sheet is reviewed nothing is computed any more.
    """

    _inherit = "kpi.appraisal"

    quantity_ratio = _figure("Quantity (a)", help="Điều 11.2.a, percent.")
    quality_ratio = _figure("Quality (b)", help="Điều 11.2.b, percent.")
    progress_ratio = _figure("Progress (c)", help="Điều 11.2.c, percent.")
    unit_ratio = _figure("Unit's result (d)", help="Điều 12.3.a, percent.")
    organising_ratio = _figure("Organising (đ)", help="Điều 12.3.b, percent.")
    unity_ratio = _figure("Unity (e)", help="Điều 12.3.c, percent.")
    result_score = _figure("Result of the work", help="Điều 13, 0 to 100.")
    general_score = _figure("General criteria", help="Điều 7.2, points.")
    bonus_score = _figure("Bonus", help="Điều 14, points.")
    total_score = _figure("Total", help="Điều 14, points.")
    system_grade = fields.Selection(
        GRADES,
        string="Class by points",
        compute="_compute_score",
        store=True,
        help="The class of the total by Điều 8.",
    )
    is_scorable = fields.Boolean(compute="_compute_score", store=True)
    trace = fields.Json(compute="_compute_score", store=True)

    @api.depends(
        "criterion_ids.self_points",
        "criterion_ids.self_given",
        "criterion_ids.evaluator_points",
        "criterion_ids.evaluator_given",
        "organising_level",
        "unity_level",
    )
    def _compute_score(self):
        sheets = self.filtered(lambda sheet: sheet.state in self.OPEN_STATES)
        sheets.criterion_ids.fetch(POINTS)
        # What stands is not written again: many facts leave a leader's sheet as it is.
        leaders = sheets._origin.filtered(lambda sheet: sheet._is_leader())
        leaders.fetch([*SCORE_FIELDS, "system_grade", "is_scorable", "trace"])
        # Of the stored sheet: whoever types into a form may name anybody.
        products = sheets._origin._products()
        leading = sheets._origin._leading()
        for sheet in sheets:
            marks = [
                Mark(line._points(), line.max_points, line.code or "")
                for line in sheet.criterion_ids
            ]
            facts = {
                "leader": sheet._leader_facts(leading.get(sheet._origin)),
                "support": sheet._support_facts(),
            }
            rules = sheet.period_id._rulebook()
            done = products.get(sheet._origin, ())
            sheet._show(score(done, marks, rules, **facts), rules)

    def _show(self, result, rules):
        """Put a score of the kernel into the fields."""
        self.ensure_one()
        for name, figure in SCORE_FIELDS.items():
            value = getattr(result, figure)
            known = value is not None and not isinstance(value, Missing)
            self[name] = float(shown(value, rules.shown_decimals)) if known else 0
        self.is_scorable = bool(result.grade)
        self.system_grade = result.grade or False
        self.trace = {
            "steps": [step.as_dict() for step in result.trace],
            "missing": [[gap.code, gap.subject] for gap in result.missing],
        }

    def _products(self):
        """{sheet: what was assigned to the person in the month, as plain values}."""
        # sudo: the score counts all work, whoever of the two looks at it
        assignments = self.env["kpi.assignment"].sudo()
        query = assignments._search(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("period_id", "in", self.period_id.ids),
                *assignments._scored_domain(),
            ],
            order="id",
        )
        columns = (assignments._field_to_sql(query.table, one) for one in FACTS)
        products = defaultdict(list)
        for employee, period, origin, *figures in self.env.execute_query(
            query.select(*columns)
        ):
            product = Product(*figures, extra=origin != "plan")
            products[employee, period].append(product)
        return {
            sheet: products[sheet.employee_id.id, sheet.period_id.id] for sheet in self
        }

    def _is_leader(self):
        self.ensure_one()
        return self.position_category in LEADERS

    def _leading(self):
        """{sheet: what LeaderFacts takes of those led}, for the sheets of leaders."""
        return {}

    def _leader_facts(self, leading):
        self.ensure_one()
        if not self._is_leader():
            return None
        return LeaderFacts(
            **(leading or {"subordinate_grades": ()}),
            organising=self.organising_level or None,
            unity=self.unity_level or None,
        )

    def _support_facts(self):
        """The marks of a support worker, None for everybody else."""
        return None

    def _recompute_scores(self):
        """Have the scores computed again: facts outside the sheet have changed."""
        sheets = self.filtered(lambda sheet: sheet.state in self.OPEN_STATES)
        compute_again(sheets, "total_score")

    @api.model
    def _sheets_of(self, pairs):
        """The sheets of (employee id, period id) pairs, whoever asks."""
        # sudo: facts and sheets belong together, whatever the caller may read
        sheets = self.sudo().search(
            [
                ("employee_id", "in", [employee for employee, _period in pairs]),
                ("period_id", "in", [period for _employee, period in pairs]),
                ("state", "!=", "annulled"),
            ],
            order="id",
        )
        pairs = set(pairs)
        return sheets.filtered(lambda s: (s.employee_id.id, s.period_id.id) in pairs)
