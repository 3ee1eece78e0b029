from datetime import timezone

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ...regulation.deadlines import LOCAL
from ...regulation.values import exact
from ..base.paper_text import plain
from ..base.portal_text import shown_date

HOURS_LIMIT = 24
MINUTES_STEP = 60


class KpiScheduleEntry(models.Model):
    """What a person sets out to do in the week, and what they did day by day.

    The weekly schedule of Điều 2.1 and 16 (step 1), and the daily log (Sổ tay chương
    VIII.2.b), by which the month's work is checked. Everybody keeps their own.
    """

    _name = "kpi.schedule.entry"
    _description = "Schedule Entry"
    _inherit = ["kpi.fixed.mixin", "kpi.typed.mixin"]
    _order = "date_start, id"

    FIXED_FIELDS = ("employee_id",)

    name = fields.Char("Content", required=True)
    employee_id = fields.Many2one(
        "hr.employee",
        required=True,
        ondelete="restrict",
        default=lambda self: self._own_employee(),
    )
    employee_user_id = fields.Many2one(
        related="employee_id.user_id", store=True, index=True, string="Employee's user"
    )
    company_id = fields.Many2one(
        "res.company",
        "Agency",
        compute="_compute_company_id",
        store=True,
        precompute=True,
        index=True,
        ondelete="restrict",
    )
    date_start = fields.Datetime("From", required=True)
    date_end = fields.Datetime("Until", required=True)
    day = fields.Date(
        compute="_compute_day", store=True, help="Where the law counts its days."
    )
    place = fields.Char()
    kind = fields.Selection(
        [("planned", "Planned"), ("log", "Done that day")],
        default="planned",
        required=True,
    )
    assignment_id = fields.Many2one(
        "kpi.assignment",
        string="For the work",
        ondelete="restrict",
        index="btree_not_null",
    )
    hours = fields.Float(
        compute="_compute_hours",
        store=True,
        readonly=False,
        precompute=True,
        digits=(16, 2),
        help="Until told otherwise the time between the two.",
    )
    note = fields.Text()
    is_mine = fields.Boolean(compute="_compute_is_mine")
    is_led = fields.Boolean(
        string="Of those I lead", compute="_compute_is_led", search="_search_is_led"
    )

    _days_of_person = models.Index("(employee_id, day)")

    @api.model
    def _own_employee(self):
        own = self.env["hr.employee"]._kpi_acting_as()
        own = own.filtered(lambda one: one.user_id == self.env.user)
        of_agency = own.filtered(lambda one: one.company_id == self.env.company)
        return (of_agency or own)[:1].id

    @api.depends("employee_id")
    def _compute_company_id(self):
        for entry in self:
            # sudo: in which agency one worked then; a transfer takes nothing along
            entry.company_id = entry.company_id or entry.employee_id.sudo().company_id

    @api.depends("date_start")
    def _compute_day(self):
        for entry in self:
            entry.day = entry.date_start and entry._local(entry.date_start).date()

    @api.depends("date_start", "date_end")
    def _compute_hours(self):
        for entry in self:
            length = (
                entry.date_start
                and entry.date_end
                and (entry.date_end - entry.date_start)
            )
            seconds = length.total_seconds() if length else 0
            hours = seconds / MINUTES_STEP / MINUTES_STEP
            entry.hours = min(max(hours, 0), HOURS_LIMIT)

    @api.depends_context("uid")
    @api.depends("employee_user_id")
    def _compute_is_mine(self):
        for entry in self:
            entry.is_mine = entry.employee_user_id == self.env.user

    @api.depends_context("uid")
    @api.depends("employee_id")
    def _compute_is_led(self):
        led = self.filtered_domain(self._led())
        for entry in self:
            entry.is_led = entry in led

    def _search_is_led(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._led() if True in value else ~self._led()

    @api.model
    def _led(self):
        people = self.env["hr.employee"]
        led = people._kpi_led(people._kpi_acting_as())
        return Domain("employee_id", "in", led.ids)

    @api.model
    def _local(self, moment):
        """A moment in UTC where the law counts its days."""
        return moment.replace(tzinfo=timezone.utc).astimezone(LOCAL)

    @api.constrains("date_start", "date_end", "kind", "hours", "employee_id")
    def _check_times(self):
        for entry in self:
            if entry.date_end <= entry.date_start:
                raise ValidationError(
                    self.env._("“%(work)s” must end after it begins.", work=entry.name)
                )
        self.filtered(lambda one: one.kind == "log")._check_logs()

    def _check_logs(self):
        today = self.env["kpi.regulation.clause"]._today()
        for entry in self:
            if entry.day > today:
                raise ValidationError(
                    self.env._(
                        "“%(work)s” lies on %(day)s, a day still to come: plan it now "
                        "and log it when it is done (Điều 16).",
                        work=entry.name,
                        day=shown_date(entry.day),
                    )
                )
            if not 0 < entry.hours <= HOURS_LIMIT:
                raise ValidationError(
                    self.env._(
                        "Say how many hours “%(work)s” took: above 0, at most "
                        "%(most)s.",
                        work=entry.name,
                        most=HOURS_LIMIT,
                    )
                )
        self._check_hours_of_day()

    def _check_hours_of_day(self):
        # sudo: all that the person logged on the day counts
        groups = self.sudo()._read_group(
            [
                ("kind", "=", "log"),
                ("employee_id", "in", self.employee_id.ids),
                ("day", "in", self.mapped("day")),
            ],
            ["employee_id", "day:day"],
            ["hours:sum"],
        )
        for person, day, hours in groups:
            if exact(hours) > HOURS_LIMIT:
                raise ValidationError(
                    self.env._(
                        "%(person)s has logged %(hours)s hours on %(day)s; a day has "
                        "%(most)s.",
                        person=person.name,
                        hours=plain(hours, 2),
                        day=shown_date(day),
                        most=HOURS_LIMIT,
                    )
                )

    @api.constrains("assignment_id", "employee_id")
    def _check_own_work(self):
        # sudo: the work may be somebody else's, which is just what is refused
        for entry in self.sudo():
            work = entry.assignment_id
            if work and work.employee_id != entry.employee_id:
                raise ValidationError(
                    self.env._(
                        "“%(entry)s”: one schedules and logs one's own work only "
                        "(Điều 16).",
                        entry=entry.name,
                    )
                )
