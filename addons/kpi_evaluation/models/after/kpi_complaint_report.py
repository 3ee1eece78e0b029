from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import UserError

from ..base.portal_text import shown_date


class KpiComplaint(models.Model):
    """How people report, and read what came of it, without being named."""

    _inherit = "kpi.complaint"

    @api.model
    def report_evaluation(
        self, department_id, period_id, text, files=(), addressee="agency_head"
    ):
        """Report that evaluation in a unit of one's agency is wrong or not serious.

        ``addressee``: "agency_head", "superior" or "inspector"; ``files``: (name,
        base64 content) pairs. The unit never learns who reported. UserError for a unit
        or month of another agency, without words, or where nobody can receive it.
        """
        values = self._values_of_report(department_id, period_id, text, addressee)
        # The system is the author of all of it, the files too.
        complaint = self.with_user(SUPERUSER_ID).create(values)
        complaint._attach_given(files)
        self.env["kpi.complaint.reporter"].with_user(SUPERUSER_ID).create(
            {"complaint_id": complaint.id, "user_id": self.env.uid}
        )
        return True

    @api.model
    def my_reports(self):
        """One's own reports: unit, month, day, text, state, result, measures."""
        # sudo: the domain is the owner check
        own = self.env["kpi.complaint.reporter"].sudo()
        reports = own.search([("user_id", "=", self.env.uid)]).complaint_id
        states = dict(self._fields["state"]._description_selection(self.env))
        return [
            {
                "unit": one.department_id.name,
                "month": one.period_id.name,
                "received_on": shown_date(one.received_on),
                "text": one.text,
                "state": one.state,
                "state_label": states[one.state],
                "result": one.result or "",
                "measures": one.measures or "",
                "examined_on": shown_date(one.examined_on),
            }
            for one in reports.sorted(lambda one: (one.received_on, one.id))[::-1]
        ]

    def _values_of_report(self, department_id, period_id, text, addressee):
        # sudo: people of the agency may name its units and months
        unit = self.env["hr.department"].sudo().browse(department_id).exists()
        # sudo: as above
        period = self.env["kpi.period"].sudo().browse(period_id).exists()
        own = self.env.user.company_ids
        if unit.company_id != period.company_id or unit.company_id not in own:
            raise UserError(self.env._("Choose a unit and a month of your agency."))
        if not isinstance(text, str) or not text.strip():
            raise UserError(self.env._("Write what is wrong in the evaluation."))
        recipient = self._recipient(unit, addressee)
        return {
            "department_id": unit.id,
            "period_id": period.id,
            "text": text.strip(),
            "received_on": self.env["kpi.regulation.clause"]._today(),
            "addressee": addressee,
            "recipient_user_id": recipient.id,
        }

    def _recipient(self, unit, addressee):
        """The user who receives it; none where it is for the inspectors."""
        if addressee == "inspector":
            return self.env["res.users"]
        if addressee not in self._fields["addressee"].get_values(self.env):
            raise UserError(self.env._("Choose whom the report is for."))
        recipient = self._head_or_above(unit, addressee == "superior").user_id
        if not recipient or recipient.share or recipient == self.env.user:
            raise UserError(
                self.env._(
                    "Nobody there can receive your report; address it to the "
                    "provincial inspector (Điều 20.5)."
                )
            )
        return recipient

    def _head_or_above(self, unit, is_above):
        """The head of a unit's agency, or whoever judges that head."""
        day = self.env["kpi.regulation.clause"]._today()
        authority = self.env["kpi.authority"]
        # sudo: who heads the agency is no secret
        people = self.env["hr.employee"].sudo()
        led = people.search([("company_id", "=", unit.company_id.id)])
        of_unit = led.filtered_domain([("department_id", "child_of", unit.id)]) or led
        heads = authority._agency_heads(of_unit, day).values()
        head = people.browse(next(filter(None, heads), None))
        if not is_above:
            return head
        above, _body = authority._superiors(head, day).get(head.id, (None, None))
        return people.browse(above)
