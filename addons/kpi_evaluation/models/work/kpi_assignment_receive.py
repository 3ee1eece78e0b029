from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .sent_task import read_task
from .task_row import TaskRow

STATUSES = {
    "new": "created",
    "changed": "changed",
    "unchanged": "unchanged",
    "error": "refused",
}


class KpiAssignment(models.Model):
    """Tasks that another system gives, such as one that manages documents (Điều 15.1).

    Each carries that system's name for it: however often it is sent, it is one task.
    """

    _inherit = "kpi.assignment"

    TASKS_LIMIT = 500

    external_ref = fields.Char(
        string="External reference",
        copy=False,
        readonly=True,
        help="What the system that sent the task calls it.",
    )

    _external_ref_unique = models.UniqueIndex(
        "(company_id, external_ref) WHERE external_ref IS NOT NULL",
        "This task was received already.",
    )

    @api.model
    def receive_tasks(self, tasks):
        """Receive tasks from another system; return an answer for each (Điều 15.1).

        ``tasks``: at most 500 objects of external_ref, staff_code, product_code,
        quantity (products, above 0), deadline (YYYY-MM-DD), origin (plan, takeover,
        adhoc), and where wanted name and month (YYYY-MM). Answers, in order:
        {external_ref, status, id, message} with the status created, changed, unchanged
        or refused; a refused task keeps no other back, the same sent again changes
        nothing. AccessError for whoever gives no work, UserError for no list of tasks.
        """
        self._check_receiver(tasks)
        intake = self.env["kpi.task.intake"]
        rows = [self._task_row(number, task) for number, task in enumerate(tasks, 1)]
        outcomes = intake._judged(rows, self.env.company)
        intake._write_each(outcomes)
        return [self._task_answer(one) for one in outcomes]

    @api.model
    def _check_receiver(self, tasks):
        self.browse().check_access("create")
        is_hr = self.env.user.has_group("kpi_evaluation.group_hr")
        if not is_hr and not self.env["kpi.delegation"]._led_by_me():
            raise AccessError(
                self.env._(
                    "Only the HR officer and who judges people gives them work "
                    "(Điều 6.2, 15.1)."
                )
            )
        if not isinstance(tasks, list) or len(tasks) > self.TASKS_LIMIT:
            raise UserError(
                self.env._(
                    "Send a list of at most %(limit)s tasks at a time.",
                    limit=self.TASKS_LIMIT,
                )
            )

    @api.model
    def _task_answer(self, outcome):
        return {
            "external_ref": outcome.row.ref,
            "status": STATUSES[outcome.kind],
            "id": outcome.record_id if outcome.kind != "error" else False,
            "message": " ".join(outcome.sentences),
        }

    @api.model
    def _task_row(self, number, task):
        """The row of a task as it was sent, with what is wrong in it."""
        if not isinstance(task, dict):
            sentence = self.env._("A task is an object with named values.")
            return TaskRow(number, problems=(("", sentence),))
        values, wrong, unknown = read_task(task)
        problems = [(key, self._sent_wrong(key, task.get(key))) for key in wrong]
        if unknown:
            sentence = self.env._(
                "A task has no such values: %(names)s.", names=", ".join(unknown)
            )
            problems.append(("", sentence))
        values["ref"] = values.pop("external_ref", "")
        return TaskRow(number, problems=tuple(problems), **values)

    def _sent_wrong(self, key, value):
        if value in (None, ""):
            return self.env._("“%(key)s” is missing.", key=key)
        wanted = {
            "quantity": self.env._("a number above 0 with at most 4 decimals"),
            "deadline": self.env._("a day written YYYY-MM-DD"),
            "month": self.env._("a month written YYYY-MM"),
            "origin": self.env._("one of plan, takeover, adhoc"),
        }
        return self.env._(
            "“%(key)s” must be %(wanted)s.",
            key=key,
            wanted=wanted.get(key) or self.env._("a text that is not too long"),
        )
