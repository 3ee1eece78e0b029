from base64 import b64encode

from dateutil.relativedelta import relativedelta

from odoo import api, models
from odoo.exceptions import UserError

from . import last_month, this_month
from .work import DIRECTING, WAITING

# Who logs in and works in no unit of the agency: the board of the party, an inspector.
OF_ELSEWHERE = ("bithu", "thuongtruc", "thanhtra")


class KpiDemo(models.AbstractModel):
    """The demonstration's two months, made around the day on which it is loaded.

    Each step is taken by the person whose step it is, through the methods that the
    screens and the portal use; only hand-ins of past days are written with their date.
    """

    _name = "kpi.demo"
    _description = "Demonstration Data"

    @api.model
    def _speak_vietnamese(self):
        """Install the language of the demonstration where nobody has yet."""
        langs = self.env["res.lang"].with_context(active_test=False)
        vietnamese = langs.search([("code", "=", "vi_VN")])
        if not vietnamese.active:
            self.env["base.language.install"].create(
                {"lang_ids": vietnamese.ids}
            ).lang_install()

    @api.model
    def _set_passwords(self):
        """Make each login its own password.

        Odoo's number of rounds would take longer than all the rest of the data; the
        first login replaces these by a full hash.
        """
        users = self._employees().user_id.union(*map(self._user, OF_ELSEWHERE))
        quick = users._crypt_context().copy()
        quick.update(pbkdf2_sha512__rounds=1)
        for user in users:
            user._set_encrypted_password(user.id, quick.hash(user.login))

    @api.model
    def _make_months(self):
        """Make the month before and the month under way, unless they are there."""
        demo = self.with_context(tracking_disable=True)
        today = self.env["kpi.regulation.clause"]._today()
        month = today.replace(day=1)
        before = month - relativedelta(months=1)
        demo._make_month(before, last_month.works(before), last_month.sheet_of)
        demo._make_aftermath(before)
        demo._make_month(month, this_month.works(month, today), this_month.sheet_of)

    def _make_month(self, month, works, sheet_of):
        company = self.env.ref("kpi_evaluation.demo_company")
        periods = self.env["kpi.period"].with_user(self._user("tochuc"))
        if periods.search([("date_start", "=", month)]) or not self._is_law(month):
            return
        period = periods.create({"date_start": month, "company_id": company.id})
        period.action_open()
        self._hand_in(self._give(period, works))
        self._live(period)
        sheets = period.with_env(self.env).appraisal_ids
        judged_here = sheets.filtered("employee_user_id")
        self._judge(
            {sheet: sheet_of(sheet.employee_user_id.login) for sheet in judged_here}
        )

    def _is_law(self, month):
        try:
            return bool(self.env["kpi.regulation.clause"]._rulebook(month))
        except UserError:
            return False

    def _employees(self):
        company = self.env.ref("kpi_evaluation.demo_company")
        return self.env["hr.employee"].search(
            [("company_id", "=", company.id), ("user_id", "!=", False)]
        )

    def _user(self, login):
        return self.env.ref(f"kpi_evaluation.demo_user_{login}")

    def _give(self, period, works):
        """Have each evaluator give the works to their people; {assignment: work}."""
        people = self._employees().grouped(lambda person: person.user_id.login)
        by_assigner = {}
        for work in works:
            assigner = people[work.login].kpi_evaluator_id.user_id
            by_assigner.setdefault(assigner, []).append(work)
        given = {}
        for assigner, own in by_assigner.items():
            assignments = self.env["kpi.assignment"].with_user(assigner)
            assignments = assignments.create(
                [self._values(period, people[work.login], work) for work in own]
            )
            given.update(zip(assignments.with_env(self.env), own, strict=True))
        return given

    def _values(self, period, person, work):
        return {
            "employee_id": person.id,
            "period_id": period.id,
            "item_id": self._item(work.code).id,
            "is_unlisted": bool(work.name),
            "quantity": work.quantity,
            "date_deadline": work.deadline,
            "origin": work.origin,
            "role": "directing" if work.code in DIRECTING else "direct",
        } | ({"name": work.name} if work.name else {})

    def _item(self, code):
        name = code.lower().replace(".", "_")
        return self.env.ref(f"kpi_evaluation.demo_item_{name}")

    def _hand_in(self, given):
        """Hand in the works and have the assigners judge what does not wait."""
        past = [
            (assignment, one)
            for assignment, work in given.items()
            for one in work.hand_ins
            if one.verdict is not WAITING
        ]
        # Handing in takes the day on which it happens; these days are past.
        deliveries = self.env["kpi.delivery"].create(
            [
                {
                    "assignment_id": assignment.id,
                    "date": one.day,
                    "quantity": round(assignment.quantity * one.share, 2),
                }
                for assignment, one in past
            ]
        )
        self._verdicts(deliveries, [one.verdict for _assignment, one in past])
        for assignment, work in given.items():
            for one in work.hand_ins:
                if one.verdict is WAITING:
                    self._hand_in_today(assignment, one.share)

    def _verdicts(self, deliveries, faults):
        accepted = deliveries.browse()
        for delivery, fault in zip(deliveries, faults, strict=True):
            if fault:
                assigner = delivery.assignment_id.assigner_user_id
                delivery.with_user(assigner).action_return(fault)
            else:
                accepted += delivery
        by_assigner = accepted.grouped(lambda d: d.assignment_id.assigner_user_id)
        for assigner, own in by_assigner.items():
            own.with_user(assigner).action_accept()

    def _hand_in_today(self, assignment, share):
        evidence = f"Sản phẩm: {assignment.name}".encode()
        assignment.with_user(assignment.employee_user_id).hand_in(
            round(assignment.quantity * share, 2),
            note="Kính trình xem xét, nghiệm thu.",
            files=[(f"{assignment.item_id.product}.txt", b64encode(evidence))],
        )
