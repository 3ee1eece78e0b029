from odoo import models

from .work import day_of


class KpiDemo(models.AbstractModel):
    """What happens to given work in the month under way, in Phòng Kinh tế.

    Proposals, a report that something cannot be finished, a request for a change, a
    transfer, and a product that two people share.
    """

    _inherit = "kpi.demo"

    def _live(self, period):
        today = self.env["kpi.regulation.clause"]._today()
        if not period.date_start <= today <= period.date_end:
            return
        soon = day_of(period.date_start, today.day + 3)
        self._propose_adhoc(period, soon)
        self._transfer_one(period, soon)
        self._share_one(period)
        report = self._work(period, "chuyenvien", "DC.01")
        report.report_unable(
            "Đang dự tập huấn của Sở đến hết tuần, không kịp soạn đủ văn bản."
        )
        self._work(period, "htbngoc", "DC.01").ask_change(
            3, reason="Một văn bản đã chuyển sang Văn phòng soạn thảo."
        )

    def _propose_adhoc(self, period, day):
        """One proposal waits, one is refused."""
        for login, code, name in (
            ("chuyenvien", "DC.04", "Báo cáo nhanh thiệt hại do mưa lũ"),
            ("htbngoc", "DC.01", "Soạn giấy mời họp của phòng"),
        ):
            works = self.env["kpi.assignment"].with_user(self._user(login))
            proposal = works.propose_adhoc(period.id, name, self._item(code).id, 1, day)
        refused = self.env["kpi.assignment"].browse(proposal)
        refused.with_user(self._user("truongphong")).action_refuse(
            "Việc này đã nằm trong kế hoạch tháng của Văn phòng."
        )

    def _transfer_one(self, period, day):
        giver, taker = (self._person(one) for one in ("htbngoc", "chuyenvien"))
        works = self.env["kpi.assignment"].with_user(self._user("truongphong"))
        work = works.create(
            {
                "employee_id": giver.id,
                "period_id": period.id,
                "item_id": self._item("KT.07").id,
                "quantity": 2,
                "date_deadline": day,
            }
        )
        work.action_transfer(taker.id, day, "Được cử tham gia tổ bầu cử.")

    def _share_one(self, period):
        owner, other = (self._person(one) for one in ("chuyenvien", "htbngoc"))
        joints = self.env["kpi.joint.product"].with_user(self._user("truongphong"))
        joint = joints.create(
            {
                "name": "Phương án bồi thường, hỗ trợ tuyến đường liên tổ dân phố",
                "item_id": self._item("KT.08").id,
                "owner_id": owner.id,
            }
        )
        share = {"period_id": period.id, "date_deadline": period.date_end}
        joint.action_split(
            [
                share | {"employee_id": owner.id, "quantity": 0.5},
                share | {"employee_id": other.id, "quantity": 0.3},
            ]
        )

    def _person(self, login):
        return self.env.ref(f"kpi_evaluation.demo_employee_{login}")

    def _work(self, period, login, code):
        """A person's planned work of a product, as the person sees it."""
        domain = [
            ("period_id", "=", period.id),
            ("employee_id", "=", self._person(login).id),
            ("item_id", "=", self._item(code).id),
            ("origin", "=", "plan"),
        ]
        work = self.env["kpi.assignment"].search(domain, limit=1)
        return work.with_user(self._user(login))
