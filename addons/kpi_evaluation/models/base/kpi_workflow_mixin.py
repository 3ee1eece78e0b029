from odoo import models
from odoo.exceptions import UserError


class KpiWorkflowMixin(models.AbstractModel):
    """A record whose state moves by named steps only.

    ``TRANSITIONS`` maps a step to (states it starts from, state it leads to); a step
    that leads to ``None`` edits the record and leaves its state. Whether somebody may
    take a step is answered in one place, ``_reasons_against``: the buttons, the guard,
    the portal and the error text all ask it.
    """

    _name = "kpi.workflow.mixin"
    _description = "Workflow with One Source of Permission"

    STATE_FIELD = "state"
    TRANSITIONS = {}

    def _reasons_against(self, step):
        """Return {record: why the current user may not take the step, or ""}."""
        sources, _target = self.TRANSITIONS[step]
        reasons = {}
        for record in self:
            state = record[self.STATE_FIELD]
            if state not in sources:
                reasons[record] = record._reason_of_state(step)
            else:
                reasons[record] = ""
        allowed = self.browse(record.id for record in self if not reasons[record])
        reasons.update(allowed._reasons_of_step(step))
        return reasons

    def _reasons_of_step(self, step):
        """Return {record: sentence or ""} for records whose state allows the step."""
        return dict.fromkeys(self, "")

    def _reason_of_state(self, step):
        """The sentence for a record that is not in a state the step starts from."""
        self.ensure_one()
        field = self._fields[self.STATE_FIELD]
        label = dict(field._description_selection(self.env))[self[self.STATE_FIELD]]
        return self.env._(
            "%(record)s is in the state “%(state)s”, which does not allow this step.",
            record=self.display_name,
            state=label,
        )

    def _check_step(self, step):
        """Raise one sentence per record for which the step is refused."""
        self.check_access("read")
        refused = [reason for reason in self._reasons_against(step).values() if reason]
        if refused:
            raise UserError("\n".join(dict.fromkeys(refused)))

    def _may(self, step):
        """Whether the current user may take the step on this very record."""
        self.ensure_one()
        return not self._reasons_against(step)[self]

    def _take(self, step, values=None):
        """Take a step that was asked for by the current user, with its values.

        The one door to the state: the guards of ``write`` are stepped over here, after
        the step itself has been checked.
        """
        self._check_step(step)
        target = self.TRANSITIONS[step][1]
        values = dict(values or {})
        if target:
            values[self.STATE_FIELD] = target
        # sudo: a step is allowed by _reasons_against, not by the right to write
        allowed = self.sudo().with_context(tracking_disable=False, mail_notrack=False)
        return super(KpiWorkflowMixin, allowed).write(values)

    def write(self, vals):
        if self.STATE_FIELD in vals:
            raise UserError(
                self.env._("The state changes by its steps only, never by hand.")
            )
        return super().write(vals)
