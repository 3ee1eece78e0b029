from odoo import api, models
from odoo.fields import Domain

from ..base.paper_text import plain
from ..base.portal_text import shown_date


class KpiWorkEntrustedMixin(models.AbstractModel):
    """Evidence as those see it who judge without a licence (Điều 11.2)."""

    _inherit = "kpi.work.entrusted.mixin"

    @api.model
    def _evidence_of_my_people(self, attachment_id):
        """A file that somebody handed in to the current user, or nothing."""
        # sudo: portal users have no right to attachments; whose it is, is asked below
        attachment = self.env["ir.attachment"].sudo().browse(attachment_id).exists()
        if attachment.res_model != self._name:
            return attachment.browse()
        mine = self._given_by_me() | self._led_by_me() | self._of_my_body()
        # sudo: the domain is that of the record rules of those who judge
        found = self.sudo().search(Domain("id", "=", attachment.res_id) & mine)
        return attachment if found else attachment.browse()

    def _files_view(self):
        return [{"id": one.id, "name": one.name} for one in self.attachment_ids]


class KpiDelivery(models.Model):
    """Hand-ins that wait for a judge without a licence, as plain values (Điều 11.2)."""

    _inherit = "kpi.delivery"

    @api.model
    def _waiting_for_me(self):
        """What the current user, or a principal of theirs, has still to judge."""
        waiting = Domain("verdict", "=", "pending") & self._given_by_me()
        # sudo: the domain is that of the assigner's record rule
        found = self.sudo().search(waiting, order="date, id")
        return found.sorted(lambda one: (one.employee_id.name, one.date, one.id))

    def _people_views(self):
        closed = self._reasons_against("accept")
        return [one._people_view(closed[one]) for one in self]

    def _people_view(self, closed):
        self.ensure_one()
        work = self.assignment_id
        return {
            "id": self.id,
            "person": self.employee_id.name,
            "work": work.name,
            "product": work.product if work.product != work.name else "",
            "month": work.period_id.name,
            "date": shown_date(self.date),
            "deadline": shown_date(work.date_deadline),
            "quantity": plain(self.quantity),
            "of": plain(work.quantity),
            "note": self.note or "",
            "is_late": self.is_late,
            "files": self._files_view(),
            "closed": closed,
        }


class KpiCause(models.Model):
    """Objective causes that wait for an authority without a licence (Điều 6.6)."""

    _inherit = "kpi.cause"

    @api.model
    def _waiting_for_me(self):
        # sudo: the domain names whoever is to answer, and nobody's own cause
        return self.sudo().search(Domain("may_answer", "=", True))

    def _people_views(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        closed = self._reasons_against("refuse")
        return [
            {
                "id": one.id,
                "person": one.employee_id.name,
                "title": one.assignment_id.name,
                "facts": [kinds[one.kind], shown_date(one.asked_on)],
                "words": one.reason,
                "files": one._files_view(),
                "closed": closed[one],
            }
            for one in self
        ]


class KpiAssignment(models.Model):
    """Work that people propose, as the judge without a licence reads it (Điều 2.1)."""

    _inherit = "kpi.assignment"

    @api.model
    def _waiting_for_me(self):
        proposed = Domain("state", "=", "proposed") & self._given_by_me()
        # sudo: the domain is that of the assigner's record rule
        return self.sudo().search(proposed)

    def _people_views(self):
        closed = self._reasons_against("refuse")
        return [
            {
                "id": one.id,
                "person": one.employee_id.name,
                "title": one.name,
                "facts": [
                    one.product if one.product != one.name else "",
                    self.env._("quantity %(number)s", number=plain(one.quantity)),
                    self.env._("coefficient %(number)s", number=plain(one.coefficient)),
                    self.env._("by %(day)s", day=shown_date(one.date_deadline)),
                ],
                "words": "",
                "files": [],
                "closed": closed[one],
            }
            for one in self
        ]


class KpiAssignmentChange(models.Model):
    """Requests for a change, as the judge without a licence reads them (Điều 15.1)."""

    _inherit = "kpi.assignment.change"

    @api.model
    def _waiting_for_me(self):
        mine = self.env["kpi.delegation"]._acting_for()
        asked = Domain("state", "=", "requested") & Domain("assigner_id", "in", mine)
        asked &= Domain("employee_user_id", "!=", self.env.uid)
        # sudo: the domain is that of the assigner's record rule
        return self.sudo().search(asked)

    def _people_views(self):
        closed = self._reasons_against("refuse")
        return [
            {
                "id": one.id,
                "person": one.employee_id.name,
                "title": one.assignment_id.name,
                "facts": one._differences(),
                "words": one.reason,
                "files": [],
                "closed": closed[one],
            }
            for one in self
        ]

    def _differences(self):
        """What is asked to be otherwise, before and after."""
        self.ensure_one()
        quantities = (plain(self.old_quantity), plain(self.new_quantity))
        days = (shown_date(self.old_deadline), shown_date(self.new_deadline))
        pairs = (
            (self.env._("Quantity"), quantities),
            (self.env._("Deadline"), days),
        )
        return [
            f"{label}: {before} → {after}"
            for label, (before, after) in pairs
            if before != after
        ]
