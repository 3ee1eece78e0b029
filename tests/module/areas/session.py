"""The session of an authority, its meeting, its votes, and the share of A."""

from .patterns import KEPT_BY_HR, NOBODY, OF_NOBODY, READ

OF_JUDGES = OF_NOBODY | dict.fromkeys(("hr", "inspector", "admin"), READ)
RIGHTS = {
    "kpi.session": OF_JUDGES | {"evaluator": "rw"},
    "kpi.session.attendee": OF_JUDGES | {"evaluator": "crwd"},
    "kpi.session.vote": OF_JUDGES | {"evaluator": "crwd"},
    "kpi.quota.exception": KEPT_BY_HR | {"inspector": NOBODY},
    "kpi.quota.plan": OF_NOBODY | {"evaluator": "crwd"},
    "kpi.quota.plan.line": OF_NOBODY | {"evaluator": "crwd"},
}
METHODS = {
    ("kpi.appraisal", "action_send_back"): (
        "reviewed",
        {"evaluator"},
        {"reason": "Xem lại điểm chất lượng"},
    ),
    ("kpi.session", "action_review"): ("self_assessed", {"evaluator"}, {}),
    ("kpi.session", "action_decide"): ("reviewed", {"evaluator"}, {}),
    ("kpi.session", "action_publish"): ("decided", {"hr", "admin"}, {}),
    # Only leads to a list, which shows everybody what they may read.
    ("kpi.session", "action_open_sheets"): (
        "draft",
        {"evaluator", "hr", "admin", "inspector"},
        {},
    ),
    # A single head keeps no minutes.
    ("kpi.session", "action_list_members"): ("draft", set(), {}),
    ("kpi.session", "action_vote_as_proposed"): ("reviewed", set(), {}),
    ("kpi.quota.plan", "action_apply"): ("reviewed", {"evaluator"}, {}),
}


def _session(case):
    sessions = case.env["kpi.session"]
    return sessions.search(
        [
            ("period_id", "=", case.period.id),
            ("evaluator_id", "=", case.head.id),
        ]
    )


def _attendee(case):
    session = _session(case)
    case.env.cr.execute(
        "INSERT INTO kpi_session_attendee (session_id, member_id) VALUES (%s, %s) "
        "RETURNING id",
        (session.id, case.head.id),
    )
    return case.env["kpi.session.attendee"].browse(case.env.cr.fetchone())


def _vote(case):
    session = _session(case)
    case.env.cr.execute(
        "INSERT INTO kpi_session_vote (session_id, appraisal_id, member_id, grade) "
        "VALUES (%s, %s, %s, 'b') RETURNING id",
        (session.id, case.sheet.id, case.head.id),
    )
    return case.env["kpi.session.vote"].browse(case.env.cr.fetchone())


def _exception(case):
    return case.env["kpi.quota.exception"].create(
        {
            "period_id": case.period.id,
            "number": "15/QĐ-UBND",
            "date": "2026-07-01",
            "authority": "Chủ tịch UBND xã",
            "reason": "Hoàn thành vượt kế hoạch",
        }
    )


def _plan(case):
    case.env.flush_all()
    case.env.cr.execute(
        "UPDATE kpi_appraisal SET system_grade = 'a', proposed_grade = 'a' "
        "WHERE id = %s AND state = 'reviewed'",
        case.sheet.ids,
    )
    case.env.invalidate_all()
    plans = case.env["kpi.quota.plan"].with_user(case.head.user_id)
    return plans.create(
        {
            "session_id": _session(case).id,
            "reason": "Trong tỷ lệ Loại A",
            "line_ids": [(0, 0, {"appraisal_id": case.sheet.id, "fate": "over"})],
        }
    )


RECORDS = {
    "kpi.session": _session,
    "kpi.session.attendee": _attendee,
    "kpi.session.vote": _vote,
    "kpi.quota.exception": _exception,
    "kpi.quota.plan": _plan,
    "kpi.quota.plan.line": lambda case: _plan(case).line_ids,
}
