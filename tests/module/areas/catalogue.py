"""The catalogue of products and its import."""

from base64 import b64encode

from .patterns import EVERYBODY, KEEPERS, KEPT_BY_HR, OF_NOBODY

CATALOGUE_FILE = "ma,nhiem_vu,nhom,khung_diem,diem,he_so\nKT.01,Báo cáo,N1,1-20,5,1.0\n"

READERS = {role for role, may in KEPT_BY_HR.items() if may}
RIGHTS = {
    "kpi.catalogue": KEPT_BY_HR,
    "kpi.complexity.group": KEPT_BY_HR,
    "kpi.catalogue.item": KEPT_BY_HR,
    "kpi.catalogue.import": OF_NOBODY | {"hr": "crw"},
    "kpi.catalogue.import.line": OF_NOBODY | {"hr": "crd"},
    "kpi.catalogue.comparison": OF_NOBODY | {"hr": "crw"},
    "kpi.catalogue.difference": OF_NOBODY | {"hr": "rd"},
    "kpi.catalogue.addition": OF_NOBODY | {"hr": "crw"},
}
METHODS = {
    # Only leads to a list, which shows everybody what they may read.
    ("kpi.catalogue", "action_open_items"): ("draft", EVERYBODY, {}),
    ("kpi.catalogue", "action_approve"): ("draft", KEEPERS, {}),
    ("kpi.catalogue", "action_new_version"): ("draft", KEEPERS, {}),
    ("kpi.catalogue", "action_match_divisions"): ("draft", KEEPERS, {}),
    ("kpi.catalogue", "action_compare"): ("draft", KEEPERS, {}),
    ("kpi.catalogue", "action_export"): ("draft", READERS, {}),
    ("kpi.catalogue.item", "action_set_standard"): ("draft", KEEPERS, {}),
    # A wizard serves who opened it: the officer.
    ("kpi.catalogue.comparison", "action_compare"): ("draft", {"hr"}, {}),
    ("kpi.catalogue.addition", "action_add"): ("draft", {"hr"}, {}),
    ("kpi.catalogue.import", "action_check"): ("draft", {"hr"}, {}),
    ("kpi.catalogue.import", "action_import"): ("draft", {"hr"}, {}),
    ("kpi.catalogue.import", "action_restart"): ("draft", {"hr"}, {}),
    ("kpi.catalogue.import", "action_template"): ("draft", {"hr"}, {}),
}


def _draft(case):
    """The next version, drawn up by the officer; it may be approved."""
    action = case.items["K1"].catalogue_id.with_user(case.hr).action_new_version()
    draft = case.env["kpi.catalogue"].browse(action["res_id"])
    decision = {"decision_number": "12/QĐ-UBND", "decision_date": "2026-07-01"}
    draft.write(decision | {"decision_authority": "Chủ tịch UBND xã"})
    return draft


def _product(case):
    return _draft(case).item_ids[:1]


def _import(case):
    wizards = case.env["kpi.catalogue.import"].with_user(case.hr)
    wizard = wizards.create(
        {
            "catalogue_id": _draft(case).id,
            "file": b64encode(CATALOGUE_FILE.encode()),
            "file_name": "danh-muc.csv",
        }
    )
    wizard.action_check()
    return wizard


def _import_line(case):
    lines = case.env["kpi.catalogue.import.line"].with_user(case.hr)
    return lines.create({"import_id": _import(case).id})


def _comparison(case):
    draft = _draft(case)
    comparisons = case.env["kpi.catalogue.comparison"].with_user(case.hr)
    values = {"new_id": draft.id, "old_id": draft.predecessor_id.id}
    return comparisons.create(values)


def _difference(case):
    comparison = _comparison(case)
    comparison.new_id.item_ids[:1].name = "Tên mới"
    comparison.action_compare()
    return comparison.line_ids


def _addition(case):
    case._give(case.colleague, is_unlisted=True, name="Việc chưa có trong danh mục")
    additions = case.env["kpi.catalogue.addition"].with_user(case.hr)
    return additions.create({"catalogue_id": _draft(case).id})


RECORDS = {
    "kpi.catalogue": _draft,
    "kpi.complexity.group": lambda case: _draft(case).group_ids,
    "kpi.catalogue.item": _product,
    "kpi.catalogue.comparison": _comparison,
    "kpi.catalogue.difference": _difference,
    "kpi.catalogue.addition": _addition,
    "kpi.catalogue.import": _import,
    "kpi.catalogue.import.line": _import_line,
}
