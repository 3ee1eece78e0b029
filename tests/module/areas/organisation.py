"""Who judges whom: kinds, positions, lines of Điều 9, collectives, substitutes."""

from .patterns import KEPT_BY_ADMIN, KEPT_BY_HR, OF_NOBODY, SEEN_EVERYWHERE

RIGHTS = {
    "kpi.org.kind": KEPT_BY_ADMIN,
    "kpi.position": KEPT_BY_ADMIN,
    "kpi.authority.rule": KEPT_BY_ADMIN,
    "kpi.body": KEPT_BY_HR | SEEN_EVERYWHERE,
    "kpi.delegation": KEPT_BY_HR | SEEN_EVERYWHERE,
    "kpi.task.group": KEPT_BY_HR,
    "kpi.evaluator.change": OF_NOBODY | {"hr": "crwd"},
}
METHODS = {
    # A wizard serves who opened it: the officer.
    ("kpi.evaluator.change", "action_change"): ("self_assessed", {"hr"}, {}),
}


def _first(model):
    return lambda case: case.env[model].search([], limit=1)


def _body(case):
    return case.env["kpi.body"].create(
        {
            "name": "Tập thể lãnh đạo",
            "kind": "tap_the_lanh_dao",
            "company_id": case.company.id,
            "chair_id": case.head.id,
        }
    )


def _delegation(case):
    return case.env["kpi.delegation"].create(
        {
            "principal_id": case.head.id,
            "substitute_id": case.admin.id,
            "date_from": "2026-08-01",
            "date_to": "2026-08-31",
            "document": "12/UQ-UBND",
        }
    )


def _task_group(case):
    return case.env["kpi.task.group"].create(
        {"name": "Nhóm văn phòng", "company_id": case.company.id}
    )


def _evaluator_change(case):
    wizards = case.env["kpi.evaluator.change"].with_user(case.hr)
    about = {"appraisal_ids": case.sheet.ids, "reason": "Điều động"}
    return wizards.create(about | {"evaluator_id": case.deputy.id})


RECORDS = {
    "kpi.org.kind": _first("kpi.org.kind"),
    "kpi.position": _first("kpi.position"),
    "kpi.authority.rule": _first("kpi.authority.rule"),
    "kpi.body": _body,
    "kpi.delegation": _delegation,
    "kpi.task.group": _task_group,
    "kpi.evaluator.change": _evaluator_change,
}
