from odoo import api, fields, models


class KpiAppraisal(models.Model):
    """Who gives the opinion on a sheet and who decides it (Điều 9, 16).

    Evaluator, collective and decider are copied when the month is opened. Who may act
    for them is asked anew each time: a substitute authorised in writing for as long as
    they are, the chair and the secretary of a collective for as long as they are.
    """

    _inherit = "kpi.appraisal"

    evaluator_id = fields.Many2one(
        "hr.employee", index="btree_not_null", ondelete="restrict", tracking=True
    )
    evaluator_user_id = fields.Many2one(
        related="evaluator_id.user_id",
        store=True,
        index=True,
        string="Evaluator's user",
    )
    evaluator_name = fields.Char(string="Evaluator's name", readonly=True)
    evaluator_title = fields.Char(readonly=True)
    body_id = fields.Many2one(
        "kpi.body",
        string="Collective",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
    )
    authority_rule_id = fields.Many2one(
        "kpi.authority.rule", string="By the line", readonly=True, ondelete="restrict"
    )
    authority_clause = fields.Char(string="Clause", readonly=True)
    authority_note = fields.Char(string="Remark on the evaluator", readonly=True)
    is_external = fields.Boolean(
        string="Judged elsewhere",
        readonly=True,
        help="Leaders of central agencies: only recorded here (Điều 9.1).",
    )
    decider_id = fields.Many2one(
        "hr.employee",
        string="Decides",
        readonly=True,
        ondelete="restrict",
        help="Takes step 4; where empty the evaluator does.",
    )
    decider_user_id = fields.Many2one(
        related="decider_id.user_id",
        store=True,
        index="btree_not_null",
        string="Decider's user",
    )

    @api.model
    def _snapshots(self, period, employees, day):
        snapshots = super()._snapshots(period, employees, day)
        authority = self.env["kpi.authority"]
        found = authority._resolve(employees, day)
        notes = authority._sentences({key: one.remarks for key, one in found.items()})
        # sudo: copies what the opener may not read
        people = employees.sudo().browse(
            {judged.evaluator for judged in found.values() if judged.evaluator}
        )
        versions = people._versions_on(day)
        evaluators = {one.id: one for one in people}
        for employee, snapshot in snapshots.items():
            judged = found.get(employee.id)
            if judged:
                evaluator = evaluators.get(judged.evaluator, people.browse())
                snapshot |= self._evaluator_copy(evaluator, versions)
                snapshot |= self._authority_copy(judged)
                snapshot["authority_note"] = notes[employee.id]
        self._add_deciders(period, snapshots, day)
        return snapshots

    def _authority_copy(self, judged):
        # sudo: the lines of the law hold for everybody
        lines = self.env["kpi.authority.rule"].sudo()
        return {
            "body_id": judged.body,
            "authority_rule_id": judged.line,
            "authority_clause": lines.browse(judged.line).clause,
            "is_external": judged.external,
        }

    def _evaluator_copy(self, evaluator, versions):
        return {
            "evaluator_id": evaluator.id,
            "evaluator_name": evaluator.name,
            "evaluator_title": evaluator and versions[evaluator].job_title,
        }

    def _add_deciders(self, period, snapshots, day):
        """Name the head of the agency as decider where the unit's regulation says."""
        default = period._rulebook().decision_by
        waiting = [
            employee
            for employee, snapshot in snapshots.items()
            if not snapshot.get("body_id")
            and self.env["hr.department"]
            .browse(snapshot["department_id"])
            ._decision_by(default)
            == "agency_head"
        ]
        if not waiting:
            return
        province = self.env["kpi.authority"]._province(period.company_id, day)
        for employee in waiting:
            head = province.agency_head_over(employee.id)
            snapshots[employee]["decider_id"] = head

    def _substitutes_today(self):
        """{principal: today's substitutes} for all who judge or decide these sheets."""
        # sudo: who stands in for whom is asked for everybody
        principals = self.sudo().evaluator_id | self.sudo().decider_id
        day = self.env["kpi.regulation.clause"]._today()
        return self.env["kpi.delegation"]._substitutes(principals, day)

    def _users_giving_opinion(self, substitutes):
        """The users who may act as evaluator on this sheet today."""
        self.ensure_one()
        # sudo: who stands in for whom is asked for everybody
        sheet = self.sudo()
        if sheet.body_id:
            return sheet.body_id._users_acting_on(sheet.employee_id) | (
                self._with_substitutes(sheet.evaluator_id, substitutes)
            )
        return self._with_substitutes(sheet.evaluator_id, substitutes)

    def _users_deciding(self, substitutes):
        """The users who may decide this sheet today."""
        self.ensure_one()
        sheet = self.sudo()  # sudo: as above
        if sheet.decider_id:
            return self._with_substitutes(sheet.decider_id, substitutes)
        if sheet.body_id:
            return sheet.body_id._users_deciding_on(sheet.employee_id)
        return self._with_substitutes(sheet.evaluator_id, substitutes)

    def _with_substitutes(self, principal, substitutes):
        """The users of a person and of their substitutes, but never the judged one."""
        people = principal | substitutes.get(principal, principal.browse())
        return (people - self.sudo().employee_id).user_id  # sudo: as above
