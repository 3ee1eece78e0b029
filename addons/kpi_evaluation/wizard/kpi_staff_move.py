from datetime import timedelta

from odoo import Command, api, fields, models
from odoo.exceptions import UserError

from ..models.base.portal_text import shown_date
from ..models.organisation.hr_version import POSITION_CATEGORIES


class KpiStaffMove(models.TransientModel):
    """Enter that somebody leaves, arrives or changes unit from a day on (Điều 6.2).

    The day is that of the document, typed by the officer and never proposed. What
    hangs on the person in the running month is shown and handed over along with it.
    """

    _name = "kpi.staff.move"
    _description = "Move of a Person"

    employee_id = fields.Many2one("hr.employee", string="Person", required=True)
    company_id = fields.Many2one(related="employee_id.company_id")
    kind = fields.Selection(
        [
            ("leaves", "Leaves the agency"),
            ("arrives", "Arrives"),
            ("changes", "Changes unit or position"),
        ],
        string="What happens",
        required=True,
    )
    date_effective = fields.Date(
        string="From",
        required=True,
        help="The first day on which it holds, by the document.",
    )
    document = fields.Char(required=True, help="Number and date of the decision.")
    department_id = fields.Many2one(
        "hr.department", string="New unit", ondelete="cascade"
    )
    job_title = fields.Char(string="New title")
    position_category = fields.Selection(POSITION_CATEGORIES, string="New category")
    position_ids = fields.Many2many("kpi.position", string="New positions of Điều 9")
    manager_id = fields.Many2one(
        "hr.employee", string="New direct leader", ondelete="cascade"
    )
    line_ids = fields.One2many(
        "kpi.staff.move.line",
        "move_id",
        string="Open work",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )
    consequences = fields.Text(compute="_compute_consequences")

    @api.depends("employee_id", "date_effective", "kind")
    def _compute_line_ids(self):
        for move in self:
            works = move._open_work()
            move.line_ids = [Command.clear()] + [
                Command.create(
                    {
                        "assignment_id": work.id,
                        "date_deadline": work.date_deadline,
                        "decision": move._usual_decision(work),
                    }
                )
                for work in works
            ]

    def _usual_decision(self, work):
        is_over = self.kind == "leaves" and work.date_deadline >= self.date_effective
        return "hand_back" if is_over else "keep"

    def _open_work(self):
        if not self.employee_id or not self.date_effective:
            return self.env["kpi.assignment"]
        works = self.env["kpi.assignment"].search(
            [
                ("employee_id", "=", self.employee_id._origin.id),
                ("period_id.date_end", ">=", self.date_effective),
                ("state", "=", "given"),
            ]
        )
        return works.filtered("untransferred_quantity")

    def _sheets(self, field="employee_id"):
        """The open sheets, from the move's month on, of or judged by the person."""
        sheets = self.env["kpi.appraisal"]
        return sheets.search(
            [
                (field, "=", self.employee_id._origin.id),
                ("period_id.date_end", ">=", self.date_effective),
                ("state", "in", sheets.OPEN_STATES),
            ]
        )

    @api.depends("employee_id", "date_effective", "kind")
    def _compute_consequences(self):
        for move in self:
            move.consequences = False
            if move.employee_id and move.date_effective:
                move.consequences = "\n".join(move._consequences())

    def _consequences(self):
        sheets, judged = self._sheets(), self._sheets("evaluator_id")
        if sheets:
            yield self.env._(
                "Open sheets that follow the move: %(months)s.",
                months=", ".join(sheets.period_id.mapped("name")),
            )
        if judged and self.kind != "arrives":
            yield self.env._(
                "%(count)s open sheets wait for this person's opinion: name another "
                "evaluator on them, or enter an authorised substitute (Điều 9).",
                count=len(judged),
            )

    def action_apply(self):
        """Write what holds from that day on, hand work over, take the sheets along."""
        self.ensure_one()
        self._check_move()
        version = self.employee_id.create_version({"date_version": self.date_effective})
        version.write(self._version_values())
        if self.manager_id:
            self.employee_id.parent_id = self.manager_id
        self.env.flush_all()
        reason = self._reason()
        self.line_ids._apply(reason)
        sheets = self._sheets()
        sheets and sheets.action_follow_move(reason)
        self.employee_id.message_post(body=reason)
        return {"type": "ir.actions.act_window_close"}

    def _version_values(self):
        if self.kind == "leaves":
            # Odoo's day of departure is the last one that the person is there.
            return {"departure_date": self.date_effective - timedelta(days=1)}
        typed = {
            "department_id": self.department_id.id,
            "job_title": self.job_title,
            "kpi_position_category": self.position_category,
        }
        positions = {"kpi_position_ids": [Command.set(self.position_ids.ids)]}
        given = {name: value for name, value in typed.items() if value}
        return given | positions | {"departure_date": False}

    def _check_move(self):
        own = self.env.user
        if own in self.employee_id.user_id | self.manager_id.user_id:
            raise UserError(
                self.env._(
                    "Nobody enters a move of themselves, or names themselves to judge "
                    "others; another officer does (Điều 9)."
                )
            )
        if self.kind != "leaves":
            self._check_unit()
        today = self.env["kpi.regulation.clause"]._today()
        if self.manager_id and self.date_effective > today:
            raise UserError(
                self.env._(
                    "A direct leader holds from the moment of entry. Leave the field "
                    "empty and name them on %(day)s.",
                    day=shown_date(self.date_effective),
                )
            )

    def _check_unit(self):
        unit, person = self.department_id, self.employee_id
        if not unit:
            raise UserError(
                self.env._(
                    "Name the unit in which %(person)s works then (Điều 6.2).",
                    person=person.name,
                )
            )
        if unit.company_id not in (self.env["res.company"], person.company_id):
            raise UserError(
                self.env._("The unit belongs to another agency than the person.")
            )

    def _reason(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        return self.env._(
            "%(kind)s from %(day)s: %(document)s",
            kind=kinds[self.kind],
            day=shown_date(self.date_effective),
            document=self.document,
        )
