"""What waits for somebody: read by that one alone."""

from .patterns import OF_NOBODY, READ

RIGHTS = {"kpi.notice": OF_NOBODY | {"evaluator": READ}}

METHODS = {("kpi.notice", "action_open"): ("draft", {"evaluator"}, {})}


def _notice(case):
    return case.env["kpi.notice"].create(
        {
            "kind": "proposal",
            "res_model": "kpi.assignment",
            "res_id": case.work.id,
            "company_id": case.company.id,
            "user_id": case.head.user_id.id,
            "last_day": case.period.date_end,
            "summary": "Đề xuất việc đột xuất",
            "mail": "no_address",
        }
    )


RECORDS = {"kpi.notice": _notice}
