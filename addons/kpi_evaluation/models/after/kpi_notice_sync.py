from datetime import timedelta

from odoo import api, models
from odoo.fields import Domain

from .kpi_notice import MODEL_OF_KIND

TOUCHED = "kpi.notice.touched"


class KpiNotice(models.Model):
    """Notices follow from what waits: made, and ended, in this one place.

    At the end of every transaction for what it touched, and every morning for all,
    where substitutes, evaluators and last days may have changed.
    """

    _inherit = "kpi.notice"

    @api.model
    def _touch(self, kind, items):
        """Look after the notices of some items once, at the end of the transaction."""
        precommit = self.env.cr.precommit
        if TOUCHED not in precommit.data:
            precommit.data[TOUCHED] = {}
            # sudo: whoever takes a step, the notices of all concerned follow
            precommit.add(self.sudo().browse()._sync_touched)
        precommit.data[TOUCHED].setdefault(kind, set()).update(items.ids)

    @api.model
    def _sync_touched(self):
        touched = self.env.cr.precommit.data.pop(TOUCHED, {})
        for kind, ids in touched.items():
            self._sync(kind, Domain("id", "in", ids), Domain("res_id", "in", ids))
        self.env.flush_all()

    @api.model
    def _cron_notify(self):
        """Every morning: all notices, and who is reminded again of a last day."""
        kinds = list(MODEL_OF_KIND)
        for number, kind in enumerate(kinds, start=1):
            self._sync(kind)
            self.env["ir.cron"]._commit_progress(1, remaining=len(kinds) - number)
        self._tell_again()

    @api.model
    def _sync(self, kind, items=Domain.TRUE, notices=Domain.TRUE):
        """Make the notices that are missing, end those of what waits no more."""
        found = self.env[MODEL_OF_KIND[kind]]._items_of_notices(kind, items)
        needed = {
            (item.id, user): item
            for item, users in found.items()
            for user in users
            if user.active
        }
        is_open = Domain("kind", "=", kind) & Domain("done_on", "=", False)
        there = self.search(is_open & notices)
        told = {(one.res_id, one.user_id): one for one in there}
        there.filtered(lambda one: (one.res_id, one.user_id) not in needed)._end()
        missing = [(user, needed[item, user]) for item, user in needed.keys() - told]
        missing.sort(key=lambda pair: (pair[1].id, pair[0].id))
        self.create([self._values(kind, *pair) for pair in missing])._send()

    def _values(self, kind, user, item):
        # Its words stand for good, so in the language of who is told.
        told = self.with_context(lang=user.lang)
        return {
            "kind": kind,
            "res_model": item._name,
            "res_id": item.id,
            "company_id": item.company_id.id,
            "last_day": item._last_day_of_notice(kind),
            "summary": told._summary_of(kind, item),
            **self._channels(user),
        }

    @api.model
    def _tell_again(self):
        """Mail once more, shortly before the last day, where the law names one."""
        today = self.env["kpi.regulation.clause"]._today()
        rules = self.env["kpi.regulation.clause"]._rulebook(today)
        soon = today + timedelta(days=rules.reminder_days)
        again = self.search(
            [
                ("kind", "=", "petition"),
                ("done_on", "=", False),
                ("told_again_on", "=", False),
                ("last_day", "<=", soon),
                ("told_on", "<", today),
            ]
        )
        again._send_mails()
        again.write({"told_again_on": today})
