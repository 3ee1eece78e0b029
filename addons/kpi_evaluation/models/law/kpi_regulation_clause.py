from datetime import datetime

from odoo import api, fields, models, tools
from odoo.exceptions import UserError, ValidationError

from ...regulation.deadlines import LOCAL
from ...regulation.rulebook import RULES, Row, Rulebook, RuleInvalid, RuleMissing


class KpiRegulationClause(models.Model):
    """One number or choice of the law, in force from a date on.

    Rows are only ever added: an amendment is a new row with a later date, so that an
    old month keeps the rules it was judged by. A row may belong to one agency where
    the Regulation leaves the choice to it.
    """

    _name = "kpi.regulation.clause"
    _description = "Regulation Clause"
    _order = "code, company_id, date_from desc"

    code = fields.Char(required=True, index=True)
    name = fields.Char(required=True, help="What the rule says, in a few words.")
    value = fields.Char(help="The number, or the chosen reading.")
    unit = fields.Selection(
        [
            ("points", "Points"),
            ("percent", "Percent"),
            ("day", "Day of the month"),
            ("days", "Days"),
            ("months", "Months"),
            ("count", "Quantity"),
            ("decimals", "Decimals"),
            ("choice", "Choice"),
        ],
        string="Measured in",
        required=True,
    )
    clause = fields.Char(required=True, help="Where the law says so.")
    date_from = fields.Date(string="In force from", required=True)
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        index=True,
        ondelete="restrict",
        help="Empty: holds for every agency.",
    )
    document = fields.Char(help="The document that allows this choice.")
    note = fields.Text(help="Why this reading, and which others there are.")

    _unique_row = models.UniqueIndex(
        "(code, date_from, COALESCE(company_id, 0))",
        "This rule already has a row from that date on.",
    )

    @api.depends("name", "value")
    def _compute_display_name(self):
        for row in self:
            row.display_name = row.name and f"{row.name}: {row.value or '–'}"

    @api.constrains("code", "value", "date_from", "company_id")
    def _check_value(self):
        """A row names a known rule and gives a value that the rule can take."""
        for row in self:
            if row.code not in RULES:
                raise ValidationError(
                    self.env._("There is no rule named “%(code)s”.", code=row.code)
                )
            try:
                RULES[row.code].read(row.code, row.value or "")
            except RuleInvalid as error:
                raise ValidationError(
                    self.env._(
                        "“%(value)s” cannot be the value of the rule “%(name)s”.",
                        value=row.value or "",
                        name=row.name,
                    )
                ) from error

    @api.constrains("code", "value", "date_from", "company_id")
    def _check_agreement(self):
        """The rules that a row joins agree with each other, then and later on."""
        since = {}
        for row in self:
            # sudo: a general row must agree with the rows of every agency
            agencies = row.company_id or self.sudo().search([]).company_id
            for company_id in row.company_id.ids or [None, *agencies.ids]:
                earlier = since.get(company_id, row.date_from)
                since[company_id] = min(earlier, row.date_from)
        for company_id, first in since.items():
            rows = self._rows(company_id)
            for day in sorted({row.date_from for row in rows}):
                if day >= first:
                    self._check_in_force(rows, day, company_id)

    def _check_in_force(self, rows, day, company_id):
        try:
            Rulebook.in_force(rows, day, company=company_id)
        except RuleInvalid as error:
            raise ValidationError(
                self.env._(
                    "From %(day)s on this contradicts the rule “%(rule)s”.",
                    day=f"{day:%d/%m/%Y}",
                    rule=error.code,
                )
            ) from error
        except RuleMissing:
            return  # the Regulation is not all there yet, as while it is installed

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create(vals_list)
        self.env.registry.clear_cache()
        return rows

    def write(self, vals):
        if not self.env.su:
            raise UserError(
                self.env._(
                    "A rule is never changed. Add a new row with a later date, so that "
                    "earlier months keep the rules they were judged by."
                )
            )
        self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()

    @api.model
    def _rulebook(self, day, company=None):
        """The rules in force on a day for an agency (the current one by default)."""
        company = company or self.env.company
        return self._cached_rulebook(fields.Date.to_date(day), company.id)

    @api.model
    @tools.ormcache("day", "company_id")
    def _cached_rulebook(self, day, company_id):
        try:
            return Rulebook.in_force(self._rows(company_id), day, company=company_id)
        except RuleMissing as error:
            raise UserError(
                self.env._(
                    "The Regulation is not in force on %(day)s.",
                    day=f"{day:%d/%m/%Y}",
                )
            ) from error

    @api.model
    def _rulebooks(self, day, companies):
        """{agency: the rules in force on a day}, none before the Regulation."""
        rows = self._rows(*companies.ids)
        try:
            return {
                company: Rulebook.in_force(rows, day, company=company.id)
                for company in companies
            }
        except RuleMissing:
            return {}

    @api.model
    def _rows(self, *company_ids):
        """What the rules of agencies are read from, as plain values."""
        # sudo: everybody is judged by the rules, whoever may read the table
        clauses = self.sudo().search([("company_id", "in", (False, *company_ids))])
        return [
            Row(
                code=clause.code,
                value=clause.value or "",
                date_from=clause.date_from,
                clause=clause.clause,
                company=clause.company_id.id or None,
            )
            for clause in clauses
        ]

    @api.model
    def _today(self):
        """Today where the law counts its days, whatever time zone the user chose."""
        return datetime.now(LOCAL).date()
