from odoo import Command, api, models

HEAD_IN_PORTAL = "nttthuy"


class KpiDemo(models.AbstractModel):
    """A head without a licence, who judges in the portal: Phòng Văn hóa – Xã hội.

    The months are made while she still has one; then she gives it back.
    """

    _inherit = "kpi.demo"

    @api.model
    def _make_months(self):
        self._put_head_into("base.group_user")
        made = super()._make_months()
        self._put_head_into("base.group_portal")
        return made

    def _put_head_into(self, group):
        groups = self.env.ref(group)
        self._user(HEAD_IN_PORTAL).group_ids = [Command.set(groups.ids)]
