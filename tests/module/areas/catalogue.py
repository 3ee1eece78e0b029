"""The catalogue of products and its import."""

from base64 import b64encode

from .patterns import EVERYBODY, KEPT_BY_HR, OF_NOBODY

CATALOGUE_FILE = "ma,nhiem_vu,nhom,khung_diem,diem,he_so\nKT.01,Báo cáo,N1,1-20,5,1.0\n"

RIGHTS = {
    "kpi.catalogue": KEPT_BY_HR,
    "kpi.complexity.group": KEPT_BY_HR,
    "kpi.catalogue.item": KEPT_BY_HR,
    "kpi.catalogue.import": OF_NOBODY | {"hr": "crw"},
    "kpi.catalogue.import.line": OF_NOBODY | {"hr": "crd"},
}
METHODS = {
    # Only leads to a list, which shows everybody what they may read.
    ("kpi.catalogue", "action_open_items"): ("draft", EVERYBODY, {}),
    ("kpi.catalogue.import", "action_check"): ("draft", {"hr"}, {}),
    ("kpi.catalogue.import", "action_import"): ("draft", {"hr"}, {}),
    ("kpi.catalogue.import", "action_restart"): ("draft", {"hr"}, {}),
    ("kpi.catalogue.import", "action_template"): ("draft", {"hr"}, {}),
}


def _import(case):
    wizards = case.env["kpi.catalogue.import"].with_user(case.hr)
    wizard = wizards.create(
        {
            "catalogue_id": case.items["K1"].catalogue_id.id,
            "file": b64encode(CATALOGUE_FILE.encode()),
            "file_name": "danh-muc.csv",
        }
    )
    wizard.action_check()
    return wizard


def _import_line(case):
    lines = case.env["kpi.catalogue.import.line"].with_user(case.hr)
    return lines.create({"import_id": _import(case).id})


RECORDS = {
    "kpi.catalogue": lambda case: case.items["K1"].catalogue_id,
    "kpi.complexity.group": lambda case: case.items["K1"].catalogue_id.group_ids,
    "kpi.catalogue.item": lambda case: case.items["K1"],
    "kpi.catalogue.import": _import,
    "kpi.catalogue.import.line": _import_line,
}
