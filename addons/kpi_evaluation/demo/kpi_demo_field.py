from odoo import Command, models

from .work import day_of

# From today on: who of the deputies is in charge of which units.
FIELDS = {
    "ptlhuong": ("culture",),
    "nvtiep": ("economy", "office"),
}


class KpiDemo(models.AbstractModel):
    """A unit passes from one deputy to another within the month (Điều 12.4).

    The officer enters it in the personnel records and takes it onto the open sheets.
    """

    _inherit = "kpi.demo"

    def _live(self, period):
        lived = super()._live(period)
        today = self.env["kpi.regulation.clause"]._today()
        if period.date_start <= today <= period.date_end:
            for login, units in FIELDS.items():
                self._put_in_charge(login, units, day_of(period.date_start, today.day))
            deputies = self.env["res.users"].union(*map(self._user, FIELDS))
            sheets = period.with_user(self._user("tochuc")).appraisal_ids
            sheets.filtered(
                lambda sheet: sheet.employee_user_id in deputies
            ).action_take_field()
        return lived

    def _put_in_charge(self, login, units, day):
        person = self._person(login).with_user(self._user("tochuc"))
        units = [self.env.ref(f"kpi_evaluation.demo_department_{one}") for one in units]
        version = person.create_version({"date_version": day})
        version.kpi_field_department_ids = [Command.set([one.id for one in units])]
