"""Publication and what comes after: objections, reports, findings, annulment, locks."""

from ..roles import ROLES
from .patterns import EVERYBODY, KEEPERS, NOBODY, OF_NOBODY, READ

# The agency's people, in it or looking after it.
OF_THE_AGENCY = {"employee", "other_employee", "evaluator", "other_evaluator"}
OF_THE_AGENCY |= {"hr", "admin"}
SEE_THE_OBJECTION = OF_THE_AGENCY - {"other_employee"} | {"inspector"}
REPORTERS = OF_THE_AGENCY | {"internal"}

RIGHTS = {
    "kpi.publication": {
        role: READ if role in OF_THE_AGENCY | {"inspector"} else NOBODY
        for role in ROLES
    },
    "kpi.objection": OF_NOBODY | dict.fromkeys(SEE_THE_OBJECTION, READ),
    "kpi.objection.answer": OF_NOBODY | {"other_evaluator": "crw"},
    "kpi.complaint": OF_NOBODY | {"evaluator": READ, "inspector": READ},
    "kpi.complaint.answer": OF_NOBODY | {"evaluator": "crw"},
    "kpi.complaint.reporter": OF_NOBODY | {"inspector": READ},
    "kpi.feedback": OF_NOBODY
    | {"evaluator": "cr", "hr": "cr", "admin": "cr", "inspector": READ},
    "kpi.finding": OF_NOBODY
    | {"evaluator": READ, "hr": READ, "admin": READ, "inspector": "cr"},
    "kpi.appraisal.annul": OF_NOBODY | {"evaluator": "crw"},
    "kpi.appraisal.override": OF_NOBODY | {"evaluator": "crw"},
    "kpi.period.lock": OF_NOBODY | dict.fromkeys(("hr", "admin", "inspector"), READ),
    "kpi.period.locking": OF_NOBODY | {"hr": "crw"},
}

DOCUMENT = {"document": "12/KL-UBND", "document_date": "2026-08-06"}
FACT = DOCUMENT | {"reason": "Báo cáo sai số liệu"}
MEASURE = {"document": "25/QĐ-UBND", "document_date": "2026-07-20"}
MEASURE |= {"authority": "Chủ tịch UBND", "reason": "Bị khiển trách"}
FOUND = {"result": "Có sai sót", "measures": "Đã chấn chỉnh"}

METHODS = {
    ("kpi.appraisal", "object"): (
        "published",
        {"employee"},
        {"kind": "reservation", "text": "Tôi bảo lưu ý kiến"},
    ),
    ("kpi.appraisal", "action_annul"): ("published", {"evaluator"}, FACT),
    ("kpi.appraisal", "action_override"): (
        "reviewed",
        {"evaluator"},
        lambda case: _with_override(case) and MEASURE,
    ),
    # Both only lead to a list, which shows everybody what they may read.
    ("kpi.appraisal", "action_open_objections"): ("published", EVERYBODY, {}),
    ("kpi.appraisal", "action_open_feedback"): (
        "published",
        {"employee", "evaluator", "hr", "inspector", "admin"},
        {},
    ),
    ("kpi.objection", "action_answer"): (
        "draft",
        {"other_evaluator"},
        {"outcome": "kept", "answer": "Kết quả đúng quy định"},
    ),
    ("kpi.objection", "action_name_answerer"): (
        "draft",
        KEEPERS,
        lambda case: {"employee_id": case.deputy.id, "reason": "Được phân công"},
    ),
    ("kpi.complaint", "report_evaluation"): (
        "draft",
        REPORTERS,
        lambda case: {
            "department_id": unit_of(case).id,
            "period_id": case.period.id,
            "text": "Chấm điểm không đúng",
            "addressee": "inspector",
        },
    ),
    # Everybody reads their own, most of them none.
    ("kpi.complaint", "my_reports"): ("draft", EVERYBODY, {}),
    ("kpi.complaint", "action_examine"): ("draft", {"evaluator"}, FOUND),
    ("kpi.period", "action_lock"): ("published", KEEPERS, {"reason": "Đã xong"}),
    ("kpi.period", "action_unlock"): (
        "draft",
        {"admin"},
        lambda case: case.period.action_lock("Đã xong") and {"reason": "Sửa sai"},
    ),
    # Wizards serve who opened them.
    ("kpi.appraisal.annul", "action_annul"): ("published", {"evaluator"}, {}),
    ("kpi.appraisal.override", "action_override"): (
        "reviewed",
        {"evaluator"},
        lambda case: _with_override(case) and {},
    ),
    ("kpi.objection.answer", "action_answer"): (
        "draft",
        {"other_evaluator"},
        {},
    ),
    ("kpi.objection.answer", "action_name"): ("draft", set(), {}),
    ("kpi.complaint.answer", "action_examine"): ("draft", {"evaluator"}, {}),
    ("kpi.period.locking", "action_lock"): ("published", {"hr"}, {}),
    ("kpi.period.locking", "action_unlock"): ("draft", set(), {}),
}


def unit_of(case):
    return case.env["hr.department"].create(
        {"name": "Văn phòng", "company_id": case.company.id}
    )


def _with_override(case):
    """Let the agency's rules class D for a disciplinary measure."""
    shipped = case.env.ref("kpi_evaluation.clause_discipline_override_20260601")
    own = {"value": "on", "date_from": case.period.date_start}
    return shipped.copy(own | {"company_id": case.company.id})


def _publication(case):
    """The published result of a colleague."""
    sheet = case._open()[case.colleague]
    if sheet.state == "draft":
        case._deliver(case._give(case.colleague))
        case._until(sheet, "published")
    case.env.flush_all()
    return case.env["kpi.publication"].browse(sheet.id)


def _objection(case):
    """A petition of the employee's, which the other evaluator answers."""
    waiting = [("appraisal_id", "=", case.sheet.id), ("state", "=", "waiting")]
    if there := case.env["kpi.objection"].search(waiting):
        return there
    return case.env["kpi.objection"].create(
        {
            "appraisal_id": case.sheet.id,
            "kind": "petition",
            "text": "Tôi không đồng ý",
            "state": "waiting",
            "received_on": "2026-08-05",
            "due_date": "2026-08-14",
            "answerer_id": case.deputy.id,
            "answerer_name": case.deputy.name,
        }
    )


def _objection_answer(case):
    wizards = case.env["kpi.objection.answer"].with_user(case.deputy.user_id)
    about = {"objection_id": _objection(case).id, "outcome": "kept"}
    return wizards.create(about | {"answer": "Kết quả đúng quy định"})


def _complaint(case):
    return case.env["kpi.complaint"].create(
        {
            "department_id": unit_of(case).id,
            "period_id": case.period.id,
            "text": "Chấm điểm không đúng",
            "received_on": "2026-08-05",
            "addressee": "agency_head",
            "recipient_user_id": case.head.user_id.id,
        }
    )


def _complaint_answer(case):
    wizards = case.env["kpi.complaint.answer"].with_user(case.head.user_id)
    return wizards.create(FOUND | {"complaint_id": _complaint(case).id})


def _reporter(case):
    return case.env["kpi.complaint.reporter"].create(
        {"complaint_id": _complaint(case).id, "user_id": case.colleague.user_id.id}
    )


def _feedback(case):
    return case.env["kpi.feedback"].create(
        {
            "employee_id": case.staff.id,
            "period_id": case.period.id,
            "direction": "complaint",
            "source": "citizen",
            "source_name": "Bà Hoa, tổ 3",
            "content": "Trả hồ sơ muộn",
        }
    )


def _finding(case):
    return case.env["kpi.finding"].create(
        DOCUMENT
        | {
            "period_id": case.period.id,
            "appraisal_id": case.sheet.id,
            "text": "Số liệu không đúng",
            "demand": "reevaluate",
        }
    )


def _wizard_of_head(model, values):
    def opened(case):
        wizards = case.env[model].with_user(case.head.user_id)
        return wizards.create(values | {"appraisal_ids": case.sheet.ids})

    return opened


def _lock(case):
    return case.env["kpi.period.lock"].create(
        {"period_id": case.period.id, "step": "lock"}
    )


def _locking(case):
    wizards = case.env["kpi.period.locking"].with_user(case.hr)
    return wizards.create({"period_id": case.period.id, "reason": "Đã xong"})


RECORDS = {
    "kpi.publication": _publication,
    "kpi.objection": _objection,
    "kpi.objection.answer": _objection_answer,
    "kpi.complaint": _complaint,
    "kpi.complaint.answer": _complaint_answer,
    "kpi.complaint.reporter": _reporter,
    "kpi.feedback": _feedback,
    "kpi.finding": _finding,
    "kpi.appraisal.annul": _wizard_of_head("kpi.appraisal.annul", FACT),
    "kpi.appraisal.override": _wizard_of_head("kpi.appraisal.override", MEASURE),
    "kpi.period.lock": _lock,
    "kpi.period.locking": _locking,
}
