from odoo import api, models
from odoo.exceptions import UserError

from ..base.portal_text import shown_date


class KpiCause(models.Model):
    """An objective cause as the person asks for it and is shown it (Điều 6.6)."""

    _inherit = "kpi.cause"

    @api.model
    def _ask(self, assignment, kind, reason, files, delivery_id):
        """Create the current user's request for an assignment of theirs."""
        if refused := assignment._reason_against_asking_cause():
            raise UserError(refused)
        assignment._lock_facts()
        delivery = self._target(assignment, delivery_id)
        if refused := assignment._reason_against_target(kind, delivery):
            raise UserError(refused)
        reason = reason.strip() if isinstance(reason, str) else ""
        files = self._checked_files(files)
        if not reason or not files:
            raise UserError(self._sentence_of_no_proof())
        values = {"kind": kind, "reason": reason, "delivery_id": delivery.id}
        self.flush_model(["state"])  # before the unique index looks at it
        # sudo: employees have no right to write; the checks above are their right
        cause = self.sudo().create(values | self._asked_values(assignment))
        cause._attach(files)
        asked = self._spoken().env._("Asked for: %(reason)s", reason=reason)
        cause._log({cause: asked})
        return cause

    def _asked_values(self, assignment):
        return {
            "assignment_id": assignment.id,
            "authority_id": assignment._authority_on_causes().id,
            "asked_by_id": self.env.uid,
            "asked_on": self.env["kpi.regulation.clause"]._today(),
        }

    def _sentence_of_no_proof(self):
        return self.env._(
            "Say what the objective cause was, and add what proves it: a document or a "
            "photo (Điều 6.6)."
        )

    @api.model
    def _target(self, assignment, delivery_id):
        """The hand-in that an id names, of the assignment and of no other."""
        if not delivery_id:
            return assignment.delivery_ids.browse()
        found = assignment.delivery_ids.filtered(lambda one: one.id == delivery_id)
        if not found:
            raise UserError(
                self.env._(
                    "“%(work)s” has no such hand-in; open the page again.",
                    work=assignment.name,
                )
            )
        return found

    def _employee_view(self):
        """The cause with its answer, as plain values."""
        self.ensure_one()
        states = dict(self._fields["state"]._description_selection(self.env))
        return {
            "kind": self.kind,
            "state": self.state,
            "state_label": states[self.state],
            "reason": self.reason,
            "asked_on": shown_date(self.asked_on),
            "authority": self.authority_id.name,
            "answer": self.answer or "",
            "answered_on": shown_date(self.answered_on),
            "files": [{"id": one.id, "name": one.name} for one in self.attachment_ids],
        }


class KpiDelivery(models.Model):
    """A hand-in with what was asked for it, as its person sees it."""

    _inherit = "kpi.delivery"

    def _employee_view(self):
        return super()._employee_view() | {
            "id": self.id,
            "causes": [cause._employee_view() for cause in self.cause_ids],
        }


class KpiAssignment(models.Model):
    """A task with what was asked for it, as its person sees it."""

    _inherit = "kpi.assignment"

    def ask_objective_cause(self, kind, reason, files, delivery_id=None):
        """Ask that a fault, a delay or the product be excused; return the cause's id.

        For the person whom the work was given to, until the sheet is reviewed
        (Điều 6.6). ``kind`` is ``fault`` or ``delay``, with the id of the hand-in that
        was returned or late, or ``waive`` for a product that could not be done;
        ``files`` are (name, base64 content) pairs of evidence, at least one. UserError
        says what is missing or why it cannot be asked for.
        """
        self.ensure_one()
        return self.env["kpi.cause"]._ask(self, kind, reason, files, delivery_id).id

    def _ask_cause_typed(self, form, files):
        """Ask as typed into the portal's form, with (name, base64) files."""
        self.ensure_one()
        typed = (form.get("delivery_id") or "").strip()
        delivery_id = int(typed) if typed.isdecimal() else None
        kind, reason = form.get("kind"), form.get("reason") or ""
        return self.ask_objective_cause(kind, reason, files, delivery_id)

    def _task_group(self, today):
        return "done" if self.progress == "waived" else super()._task_group(today)

    def _page_details(self, closed):
        nothing = self.delivery_ids.browse()
        waivers = self.cause_ids.filtered(lambda one: one.kind == "waive")
        return super()._page_details(closed) | {
            "causes": [cause._employee_view() for cause in waivers],
            "may_waive": not closed
            and not self._reason_against_target("waive", nothing),
            "excusable": {
                one.id: not closed and self._excusable(one) for one in self.delivery_ids
            },
        }

    def _excusable(self, delivery):
        """The kinds of cause that may still be asked for on a hand-in."""
        kinds = ("fault", "delay")
        return [one for one in kinds if not self._reason_against_target(one, delivery)]
