from odoo import api, models
from odoo.exceptions import UserError


class KpiAssignment(models.Model):
    """Work outside the plan that people propose, and work given by mistake.

    Unplanned work is entered as it comes up and approved by the direct leader
    (Điều 2.1); only then it counts, as bonus (Điều 15.1.d). Work given by mistake is
    cancelled with a reason and kept, so that what was once given stays on record.
    """

    _inherit = "kpi.assignment"

    @api.model
    def propose_adhoc(self, period_id, name, item_id, quantity, date_deadline):
        """Propose work outside the plan for oneself; return the proposal's id.

        ``period_id``: a month of the own agency; ``item_id``: a product of its
        catalogue; ``quantity``: how many of it, above 0; ``date_deadline``: a day of
        the month. It counts only once the assigner approves it (Điều 2.1, 15.1.d).
        Raises UserError when something is not clear or the month is closed.
        """
        # sudo: people have no right to give work; what they propose is not given yet
        proposal = self.sudo().create(
            {
                "employee_id": self._proposer(period_id).id,
                "period_id": period_id,
                "name": name,
                "item_id": item_id,
                "quantity": quantity,
                "date_deadline": self._day(date_deadline),
                "origin": "adhoc",
                "state": "proposed",
            }
        )
        return proposal.id

    @api.model
    def _proposer(self, period_id):
        """The current user as an employee of the agency whose month it is."""
        # sudo: which agency a month is of is no secret
        period = self.env["kpi.period"].sudo().browse(period_id).exists()
        # sudo: the domain is the owner check
        people = self.env["hr.employee"].sudo()
        own = [
            ("user_id", "=", self.env.uid),
            ("company_id", "=", period.company_id.id),
        ]
        person = people.search(own, limit=1)
        if not person:
            raise UserError(
                self.env._(
                    "Propose work for a month of the agency that you work in "
                    "(Điều 2.1)."
                )
            )
        return person

    def action_approve(self):
        """Approve proposed work: from now on it is given (Điều 2.1)."""
        self._check_step("approve")
        rows = [
            {
                "employee_id": one.employee_id.id,
                "period_id": one.period_id.id,
                "item_id": one.item_id.id,
                "name": one.name,
                "quantity": one.quantity,
                "date_deadline": one.date_deadline,
                "responsibility": one.responsibility,
                "coefficient": one.coefficient,
                "assigner_id": one.assigner_id.id,
            }
            for one in self
        ]
        self._check_clear(rows, self._unclear(rows))
        taken = self._take("approve")
        self._refresh_sheets()
        return taken

    def action_refuse(self, reason=""):
        """Refuse proposed work, saying why; it stays on record and never counts."""
        return self._close("refuse", reason)

    def action_cancel(self, reason=""):
        """Take back work that was given by mistake, saying why (Điều 15.1).

        Only while nothing of it has been handed in, transferred, or assessed; it
        stays on record and no longer counts.
        """
        return self._close("cancel", reason)

    def _reason_against_cancel(self):
        if not self.delivery_ids and not self.transferred_quantity:
            return ""
        return self.env._(
            "Something of “%(work)s” is handed in or with somebody else already; it "
            "is no longer cancelled (Điều 15.1).",
            work=self.name,
        )

    def _given_reason(self, reason):
        reason = (reason or "").strip() if isinstance(reason, str | None) else ""
        if not reason:
            raise UserError(self.env._("Say why, in words (Điều 15.1)."))
        return reason

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(
            self.env._(
                "Work once given is never deleted; cancel it with a reason while "
                "nothing is handed in (Điều 15.1)."
            )
        )
