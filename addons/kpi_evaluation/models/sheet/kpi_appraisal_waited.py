from odoo import api, models
from odoo.fields import Domain

from ..month.due_steps import DUE_STEPS, STEP_AFTER

END_REMINDERS = "kpi.appraisal.end_reminders"


class KpiAppraisal(models.Model):
    """Whom a sheet waits for, and that a reminder ends when nothing waits (Điều 16)."""

    _inherit = "kpi.appraisal"

    def _waited_for(self, step):
        """{user: ids of those of the sheets on which they are to take the step}."""
        # sudo: whoever has to act, not only whom the current user may see
        sheets = self.sudo().filtered(
            lambda one: one.state == DUE_STEPS[step].state and not one.is_external
        )
        users_of = getattr(sheets, f"_users_to_{step}")()
        waited = {}
        for sheet in sheets:
            for user in users_of(sheet):
                if user.active:
                    waited.setdefault(user, []).append(sheet.id)
        return waited

    def _users_to_self_assess(self):
        return lambda sheet: sheet.employee_user_id

    def _users_to_review(self):
        substitutes = self._substitutes_today()
        return lambda sheet: (
            sheet._users_giving_opinion(substitutes) - sheet.employee_user_id
        )

    def _users_to_decide(self):
        substitutes = self._substitutes_today()
        return lambda sheet: sheet._users_deciding(substitutes) - sheet.employee_user_id

    def _users_to_publish(self):
        """The officers of the agency; of an officer's own sheet its administrators."""
        # sudo: who the officers are is asked whoever takes the step
        groups = self.env["res.groups"].sudo()
        officers = groups.env.ref("kpi_evaluation.group_hr").all_user_ids
        admins = groups.env.ref("kpi_evaluation.group_admin").all_user_ids
        keepers = {
            agency: officers.filtered(lambda user, a=agency: a in user.company_ids)
            for agency in self.company_id
        }

        def users_of(sheet):
            others = keepers[sheet.company_id] - sheet.employee_user_id
            return others - admins or others

        return users_of

    def _take(self, step, values=None):
        left = {
            STEP_AFTER[state]: sheets._ids
            for state, sheets in self.grouped("state").items()
            if state in STEP_AFTER
        }
        taken = super()._take(step, values)
        # sudo: whoever takes the step, the reminders of all concerned end
        self.sudo()._end_reminders_at_commit(left)
        return taken

    def _end_reminders_at_commit(self, left):
        """Look after the reminders once for all steps taken together."""
        precommit = self.env.cr.precommit
        if END_REMINDERS not in precommit.data:
            precommit.data[END_REMINDERS] = {}
            precommit.add(self.browse()._end_reminders)
        for step, ids in left.items():
            precommit.data[END_REMINDERS].setdefault(step, set()).update(ids)

    @api.model
    def _end_reminders(self):
        """End the reminders for which the steps just taken were the last to wait."""
        touched = self.env.cr.precommit.data.pop(END_REMINDERS, {})
        for step, ids in touched.items():
            sheets = self.browse(ids).exists()
            reminders = self.env["kpi.reminder"].search(
                [
                    ("step", "=", step),
                    ("period_id", "in", sheets.period_id.ids),
                    ("done_on", "=", False),
                ]
            )
            if reminders:
                users_of = getattr(sheets, f"_users_to_{step}")()
                users = self.env["res.users"].union(*map(users_of, sheets))
                concerned = reminders.filtered(lambda one, u=users: one.user_id in u)
                concerned._end_if_done()

    @api.model
    def _may_wait_for(self, step, users):
        """The domain of the sheets on which these users may have to take a step."""
        waiting = Domain("state", "=", DUE_STEPS[step].state)
        if step == "self_assess":
            return waiting & Domain("employee_user_id", "in", users.ids)
        return waiting if step == "publish" else waiting & self._judged_by(users)

    @api.model
    def _judged_by(self, users):
        """The sheets that these users judge, for themselves or in another's stead."""
        day = self.env["kpi.regulation.clause"]._today()
        people = users.employee_ids | self.env["kpi.delegation"]._principals(users, day)
        bodies = self.env["kpi.body"].with_context(active_test=False)
        bodies = bodies.search([("member_user_ids", "in", users.ids)])
        return (
            Domain("evaluator_id", "in", people.ids)
            | Domain("decider_id", "in", people.ids)
            | Domain("body_id", "in", bodies.ids)
        )
