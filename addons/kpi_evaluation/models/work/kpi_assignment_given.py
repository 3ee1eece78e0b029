import math

from odoo import api, fields, models
from odoo.exceptions import UserError


class KpiAssignment(models.Model):
    """Work is given only when all six are clear, and then stands (Điều 2.1, 15.1.b).

    Person, work, time, responsibility, product and authority: whatever is not clear
    is named in one sentence. What was given changes by an approved request only.
    """

    _inherit = "kpi.assignment"

    TYPED_FIELDS = (
        "employee_id",
        "period_id",
        "item_id",
        "name",
        "quantity",
        "date_deadline",
        "origin",
        "role",
        "responsibility",
        "authority",
    )
    FIXED_FIELDS = (
        *TYPED_FIELDS[:3],
        *TYPED_FIELDS[4:],
        "is_unlisted",
        "source_id",
        "joint_id",
    )
    # Set by steps, never given with the work.
    STEP_FIELDS = (
        "state",
        "source_id",
        "joint_id",
        "unable_reason",
        "unable_on",
        "closing_reason",
    )

    name = fields.Char(tracking=True)
    responsibility = fields.Selection(
        [("owner", "In charge"), ("collaborator", "Collaborates")],
        default="owner",
        required=True,
        help="In charge of the product (chủ trì), or taking part in it (phối hợp).",
    )
    authority = fields.Char(
        string="Product approved by",
        compute="_compute_authority",
        store=True,
        readonly=False,
        precompute=True,
        help="Who approves the product; unless told otherwise, who gave the work.",
    )

    @api.depends("assigner_id")
    def _compute_authority(self):
        for assignment in self:
            # sudo: titles and names of those who judge are no secret
            assigner = assignment.assigner_id.sudo()
            own = assigner.job_title or assigner.name
            assignment.authority = assignment.authority or own

    @api.model_create_multi
    def create(self, vals_list):
        typed = self.default_get(self.TYPED_FIELDS)
        rows = [typed | _without_blanks(vals) for vals in vals_list]
        if not self.env.su:
            for vals in vals_list:
                self._refuse(set(self.STEP_FIELDS).intersection(vals))
        unclear = self._unclear(rows)
        if any(set(one) - {"authority"} for one in unclear):
            self._check_clear(rows, unclear)
        # Nothing but what is typed is taken from the caller's context.
        context = {
            "lang": self.env.lang,
            "allowed_company_ids": self.env.companies.ids,
            "tracking_disable": True,
        }
        works = super(KpiAssignment, self.with_env(self.env(context=context))).create(
            rows
        )
        self._check_clear(rows, unclear)
        return works.with_env(self.env)

    def write(self, vals):
        if not self.env.su:
            self._refuse(set(self.STEP_FIELDS).intersection(vals))
        return super().write(vals)

    @api.model
    def _unclear(self, rows):
        """[what is not clear, row by row] of work that is to be given."""
        # sudo: who judges whom is no secret, but hr.employee is not for everybody
        people = self.env["hr.employee"].sudo()
        people = people.browse({row.get("employee_id") or 0 for row in rows}).exists()
        people.fetch(["active", "kpi_evaluator_id"])
        # sudo: portal users propose products without a right to the catalogue
        items = self.env["kpi.catalogue.item"].sudo()
        items = items.browse({row.get("item_id") or 0 for row in rows}).exists()
        items.fetch(["coefficient"])
        people, items = people.grouped("id"), items.grouped("id")
        return [
            self._unclear_of(
                row, people.get(row.get("employee_id")), items.get(row.get("item_id"))
            )
            for row in rows
        ]

    def _unclear_of(self, row, person, item):
        assigner = row.get("assigner_id") or (person and person.kpi_evaluator_id)
        is_clear = {
            "person": person and person.active,
            "work": self._is_amount(row.get("quantity")),
            "time": row.get("period_id") and row.get("date_deadline"),
            "responsibility": row.get("responsibility"),
            "product": item and (row.get("coefficient") or item.coefficient) > 0,
            "authority": assigner,
        }
        return [code for code, clear in is_clear.items() if not clear]

    @api.model
    def _is_amount(self, quantity):
        """Whether this is an amount of products: a number above 0 that can be kept."""
        digits, decimals = self._fields["quantity"].get_digits(self.env)
        is_number = isinstance(quantity, int | float) and not isinstance(quantity, bool)
        if not is_number or not 0 < quantity < math.pow(10, digits - decimals):
            return False
        return round(quantity, decimals) > 0

    def _check_clear(self, rows, unclear):
        """Refuse work that is not clear, naming all that is not."""
        if not any(unclear):
            return
        words = self._words_of_six()
        sentences = [
            self.env._(
                "“%(work)s” cannot be given yet. Make clear %(unclear)s (Điều 2.1).",
                work=row.get("name") or self._name_of_item(row),
                unclear="; ".join(words[code] for code in codes),
            )
            for row, codes in zip(rows, unclear, strict=True)
            if codes
        ]
        raise UserError("\n".join(dict.fromkeys(sentences)))

    @api.model
    def _day(self, day):
        """A day that somebody typed or sent, as a date; UserError when it is none."""
        try:
            return fields.Date.to_date(day)
        except (TypeError, ValueError) as error:
            raise UserError(
                self.env._("The deadline is a day, such as 2026-07-31 (Điều 15.1.b).")
            ) from error

    def _words_of_six(self):
        return {
            "person": self.env._("who does it: choose a person who works here"),
            "work": self.env._("how much is to be done: a quantity above 0"),
            "time": self.env._("until when: choose the month and the deadline"),
            "responsibility": self.env._(
                "the responsibility: in charge, or collaborating"
            ),
            "product": self.env._(
                "the product: choose one of the catalogue that has a coefficient"
            ),
            "authority": self.env._(
                "who gives and approves it: the person has no evaluator yet, whom the "
                "HR officer names"
            ),
        }

    def _name_of_item(self, row):
        # sudo: the name of a product is no secret
        item = self.env["kpi.catalogue.item"].sudo().browse(row.get("item_id") or 0)
        return item.exists().name or self.env._("The work")

    def _sentence_of_fixed(self, name):
        if name not in (*self.FIXED_FIELDS, *self.STEP_FIELDS):
            return super()._sentence_of_fixed(name)
        return self.env._(
            "“%(field)s” stands once the work is given. Ask for a change of the "
            "quantity or the deadline, or have the work handed back or cancelled "
            "(Điều 15.1).",
            field=self._fields[name]._description_string(self.env),
        )


def _without_blanks(vals):
    """The values without a blank name or authority, which then follow by themselves."""
    blank = {
        name
        for name in ("name", "authority")
        if name in vals and not str(vals[name] or "").strip()
    }
    return {name: value for name, value in vals.items() if name not in blank}
