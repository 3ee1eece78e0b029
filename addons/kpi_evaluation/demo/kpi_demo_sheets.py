from datetime import datetime, time

from odoo import models

from .work import MARKS, WORDS

STEPS = ("save_self", "self_assess", "review", "decide", "publish")

OPINIONS = {
    "a": "Hoàn thành xuất sắc nhiệm vụ; sản phẩm tốt, đúng hạn, có việc làm thêm.",
    "b": "Hoàn thành tốt nhiệm vụ; còn sản phẩm phải chỉnh sửa hoặc chậm hạn.",
    "c": "Hoàn thành nhiệm vụ ở mức trung bình; cần khắc phục việc chậm và chưa đạt.",
    "d": "Không hoàn thành nhiệm vụ; yêu cầu kiểm điểm và có biện pháp khắc phục.",
}


class KpiDemo(models.AbstractModel):
    """The sheets of a month of the demonstration, taken from step to step."""

    _inherit = "kpi.demo"

    def _judge(self, plans):
        """Take each sheet as far as its plan says; {sheet: plan}.

        Those who lead come after the people they lead, whose points count for them;
        nobody is decided before all opinions are there (Điều 8.5).
        """
        self._be_away(plans)
        for sheet, plan in plans.items():
            self._self_assess(sheet, plan)
        for sheet, plan in plans.items():
            if plan.returned:
                sheet.with_user(sheet.evaluator_user_id).action_return(plan.returned)
        led = self.env["kpi.appraisal"].union(*plans)._people_led()
        from_below = sorted(plans, key=lambda sheet: len(led.get(sheet) or ()))
        for sheet in from_below:
            self._evaluate(sheet, plans[sheet])
        self._meet([one for one in plans if self._reaches(plans[one], "decide")])
        for sheet in from_below:
            if self._reaches(plans[sheet], "decide"):
                sheet.with_user(sheet.evaluator_user_id).action_decide()
        for sheet, plan in plans.items():
            if self._reaches(plan, "publish"):
                sheet.with_user(self._publisher(sheet)).action_publish()

    def _be_away(self, plans):
        """Note the leaves; HR confirms those of a month that is judged to its end."""
        away = {sheet: plan for sheet, plan in plans.items() if plan.absent}
        for sheet, plan in away.items():
            period = sheet.period_id
            self._leaves(period).create(
                {
                    "name": plan.absent,
                    "resource_id": sheet.employee_id.resource_id.id,
                    "date_from": datetime.combine(period.date_start, time.min),
                    "date_to": datetime.combine(period.date_end, time.max),
                }
            ).flush_recordset()
            if any(self._reaches(one, "publish") for one in plans.values()):
                sheet.with_user(self._user("tochuc")).action_exempt()

    def _leaves(self, period):
        return self.env["resource.calendar.leaves"].with_company(period.company_id)

    def _reaches(self, plan, step):
        return bool(plan.last_step) and STEPS.index(plan.last_step) >= STEPS.index(step)

    def _self_assess(self, sheet, plan):
        if not plan.last_step:
            return
        off = MARKS[plan.marks]
        lines = sheet.criterion_ids
        if plan.last_step == "save_self":
            lines = lines[: len(lines) // 2]
        sheet = sheet.with_user(sheet.employee_user_id)
        sheet.save_self_assessment(
            {
                line.id: max(line.max_points - off.get(line.code, 0), 0)
                for line in lines
            },
            *WORDS[plan.marks],
        )
        if self._reaches(plan, "self_assess"):
            sheet.action_self_assess()

    def _evaluate(self, sheet, plan):
        if not self._reaches(plan, "review"):
            return
        sheet = sheet.with_user(sheet.evaluator_user_id)
        for line in sheet.criterion_ids:
            if line.code in plan.judged:
                points, reason = plan.judged[line.code]
                line.write({"evaluator_points": points, "evaluator_reason": reason})
        if sheet.position_category in ("head", "deputy"):
            sheet.write(self._levels(plan))
        opinion = {"evaluator_comment": OPINIONS[sheet.system_grade]}
        if plan.lower:
            opinion["proposed_grade"], opinion["grade_reason"] = plan.lower
        sheet.write(opinion)
        sheet.action_review()

    def _levels(self, plan):
        return {
            "organising_level": "reduced" if plan.organised else "full",
            "organising_reason": plan.organised
            or "Hoàn thành các việc theo kế hoạch, đúng thời hạn.",
            "unity_level": "full",
            "unity_reason": "Nội bộ đoàn kết, phối hợp tốt giữa các bộ phận.",
        }

    def _publisher(self, sheet):
        officer = self._user("tochuc")
        is_own = sheet.employee_user_id == officer
        return self.env.ref("base.user_admin") if is_own else officer
