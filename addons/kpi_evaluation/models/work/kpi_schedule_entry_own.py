from odoo import api, models
from odoo.exceptions import UserError


class KpiScheduleEntry(models.Model):
    """One's own schedule and log, also for people without an internal licence.

    They have no right to write; each method here checks that the entry is theirs.
    """

    _inherit = "kpi.schedule.entry"

    # What of an entry its person gives; the rest follows.
    OWN_FIELDS = (
        "name",
        "place",
        "kind",
        "date_start",
        "date_end",
        "assignment_id",
        "hours",
        "note",
    )

    @api.model
    def add_own(self, values):
        """Add an entry to the current user's own schedule or log; return its id.

        ``values``: ``name``, ``date_start`` and ``date_end`` (UTC, as
        "2026-07-10 01:30:00"), and if wanted ``kind`` ("planned" or "log"), ``place``,
        ``hours``, ``note``, and ``assignment_id`` of one's own work. UserError says
        what is wrong, as a log of a day to come or more than a day's hours.
        """
        own = self._own_employee()
        if not own:
            raise UserError(self.env._("You work in no agency here."))
        given = self._own_values(values) | {"employee_id": own}
        for name in ("name", "date_start", "date_end"):
            if not given.get(name):
                raise UserError(
                    self.env._(
                        "Give the entry a “%(field)s”.",
                        field=self._fields[name]._description_string(self.env),
                    )
                )
        # sudo: people in the portal have no right to write; it is their own schedule
        return self.sudo().create(given).id

    def change_own(self, values):
        """Change entries of one's own; ``values`` as for ``add_own``, what is named."""
        self._check_own()
        # sudo: people in the portal have no right to write; it is their own schedule
        return self.sudo().write(self._own_values(values))

    def remove_own(self):
        """Take entries of one's own out of the schedule or log."""
        self._check_own()
        # sudo: people in the portal have no right to write; it is their own schedule
        return self.sudo().unlink()

    def action_log(self):
        """Write down as done what one had planned, at the same time and place.

        The planned entries stay in the schedule; hours and results are then corrected
        in the log. For one's own entries of days that have come; what is written down
        already is not written down twice.
        """
        self._check_own()
        # sudo: people in the portal have no right to write; it is their own schedule
        mine = self.sudo()
        logs = mine.create([entry._log_values() for entry in mine._unlogged()])
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "views": [[False, "form"]],
            "res_id": logs[:1].id,
        }

    def _unlogged(self):
        """The planned entries of which no log was made yet."""
        planned = self.filtered(lambda one: one.kind == "planned")
        logs = self.search(
            [
                ("kind", "=", "log"),
                ("employee_id", "in", planned.employee_id.ids),
                ("date_start", "in", planned.mapped("date_start")),
            ]
        )
        there = {(one.employee_id, one.date_start, one.name) for one in logs}
        return planned.filtered(
            lambda one: (one.employee_id, one.date_start, one.name) not in there
        )

    def _log_values(self):
        self.ensure_one()
        links = ("employee_id", "assignment_id")
        plain = ("name", "place", "date_start", "date_end")
        return (
            {name: self[name].id for name in links}
            | {name: self[name] for name in plain}
            | {"kind": "log"}
        )

    def _check_own(self):
        self.check_access("read")
        if any(entry.employee_user_id != self.env.user for entry in self):
            raise UserError(
                self.env._("Everybody keeps their own schedule and log (Điều 16).")
            )

    def _own_values(self, values):
        if not isinstance(values, dict):
            raise UserError(self.env._("An entry is given by its fields."))
        unknown = set(values) - set(self.OWN_FIELDS)
        if unknown:
            raise UserError(
                self.env._(
                    "“%(field)s” is not given with an entry of the schedule.",
                    field=min(unknown, key=str),
                )
            )
        return dict(values)
