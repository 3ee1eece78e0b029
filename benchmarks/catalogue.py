"""A catalogue of 3000 products imported, copied, approved, compared; floors in SQL."""

import base64
import csv
import io

from dateutil.relativedelta import relativedelta

from odoo.tools import SQL

from .agency import FROM, new_agency
from .measure import Measure

PRODUCTS, HALF, DIVISIONS = 3_000, 1_500, 20
WARM_UPS, RUNS = 1, 5
FRAMES = {"N1": (1, 10), "N2": (11, 50), "N3": (51, 100), "N4": (101, 200)}
DECISION = {"decision_number": "1/QĐ", "decision_date": FROM}
DECISION |= {"decision_authority": "Chủ tịch"}
STEPS = {
    "check": "check the file",
    "import": "import it",
    "version": "new version",
    "approve": "approve it",
    "compare": "compare the two",
    "usable": "what a person may be given",
}


def main(env):
    """Measure each step for the whole number of products and for half of it."""
    agency = new_agency(env, 60)
    env["hr.department"].create(
        [
            {"name": f"Phòng {number}", "company_id": agency.company.id}
            for number in range(DIVISIONS)
        ]
    )
    env.cr.execute("CREATE TABLE floor_item (LIKE kpi_catalogue_item INCLUDING ALL)")
    env.cr.commit()
    measures = {}
    for number in (PRODUCTS, HALF):
        measure = measures[number] = Measure(env)
        for run in range(WARM_UPS + RUNS):
            if run == WARM_UPS:
                measure.clear()
            _run(env, agency, number, measure)
            env.cr.rollback()
            env.invalidate_all(flush=False)
    _report(measures)


def _run(env, agency, number, measure):
    officer = env(user=agency.hr, su=False)
    first = officer["kpi.catalogue"].search(
        [("company_id", "=", agency.company.id), ("state", "=", "approved")]
    )
    draft = officer["kpi.catalogue"].create(
        {
            "name": "Danh mục",
            "company_id": agency.company.id,
            "standard_points": 5,
            "date_from": first.date_from + relativedelta(months=1),
            **DECISION,
        }
    )
    wizard = officer["kpi.catalogue.import"].create(
        {
            "catalogue_id": draft.id,
            "file": base64.b64encode(_file(number)),
            "file_name": "danh-muc.csv",
        }
    )
    with measure("check"):
        wizard.action_check()
    with measure("import"):
        wizard.action_import()
    with measure("import_floor"):
        _insert(env, draft)
    draft.item_ids.filtered(lambda item: item.points == 5)[:1].action_set_standard()
    with measure("version"):
        action = draft.action_new_version()
    with measure("version_floor"):
        _insert(env, draft)
    version = draft.browse(action["res_id"])
    version.write(DECISION)
    with measure("approve"):
        version.action_approve()
    with measure("approve_floor"):
        env.execute_query(_checks(version))
    _change(env, version)
    with measure("compare"):
        comparison = officer["kpi.catalogue.comparison"].create(
            {"new_id": version.id, "old_id": draft.id}
        )
        comparison.action_compare()
    assert comparison.changed_count == number // 2, comparison.changed_count
    _usable(env, agency, version, measure)


def _usable(env, agency, version, measure):
    period = env["kpi.period"].create(
        {"company_id": agency.company.id, "date_start": version.date_from}
    )
    people = env["hr.employee"].search([("company_id", "=", agency.company.id)])
    with measure("usable"):
        found = env["kpi.catalogue.item"]._usable_for(people[:1], period)
    assert found[people[:1]]


def _file(number):
    """A file of products in turn of the groups and the divisions."""
    output = io.StringIO(newline="")
    rows = csv.writer(output)
    rows.writerow(
        ["ma", "phong", "nhiem_vu", "cong_viec_chi_tiet", "nhom", "khung_diem", "diem"]
    )
    for one in range(number):
        group = list(FRAMES)[one % len(FRAMES)]
        low, high = FRAMES[group]
        rows.writerow(
            (
                f"SP.{one:04}",
                f"Phòng {one % DIVISIONS}" if one % 2 else "",
                f"Tham mưu nhiệm vụ số {one}",
                "Rà soát, tổng hợp; đề xuất phương án, trình phê duyệt",
                group,
                f"{low}-{high}",
                low + (high - low) // 2,
            )
        )
    return output.getvalue().encode()


def _insert(env, catalogue):
    """The same rows into a table of the same columns and indexes."""
    env.cr.execute(
        SQL(
            "TRUNCATE floor_item; INSERT INTO floor_item "
            "SELECT * FROM kpi_catalogue_item WHERE catalogue_id = %s",
            catalogue.id,
        )
    )


def _checks(catalogue):
    """The least that an approval has to look for."""
    return SQL(
        """
        SELECT item.id FROM kpi_catalogue_item item
        JOIN kpi_complexity_group frame ON frame.id = item.group_id
        WHERE item.catalogue_id = %s AND (
            item.points NOT BETWEEN frame.points_min AND frame.points_max
            OR item.coefficient <= 0
            OR (item.division IS NOT NULL AND item.department_id IS NULL)
        )
        """,
        catalogue.id,
    )


def _change(env, catalogue):
    """Half of the products get another name, past the approval."""
    env.cr.execute(
        SQL(
            "UPDATE kpi_catalogue_item SET name = name || ' (sửa)' "
            "WHERE catalogue_id = %s AND mod(id, 2) = 0",
            catalogue.id,
        )
    )
    env.invalidate_all()


def _report(measures):
    whole, half = measures[PRODUCTS], measures[HALF]
    print(f"\nmedian of {RUNS} runs, {PRODUCTS} products (queries also for {HALF})")
    print(f"{'':<28}{'ms':>8}{'queries':>9}{'half':>6}{'floor ms':>10}{'ratio':>7}")
    for name, title in STEPS.items():
        ms, queries = whole.milliseconds(name), whole.queries(name)
        line = f"{title:<28}{ms:8.0f}{queries:9.0f}{half.queries(name):6.0f}"
        if f"{name}_floor" in whole.samples:
            floor = whole.milliseconds(f"{name}_floor")
            line += f"{floor:10.1f}{ms / floor:7.1f}"
        print(line)
