"""Boards, workbooks and papers of a year of 12 000 people, beside bare floors."""

import io
from time import perf_counter

import xlsxwriter

from odoo.tools import SQL

from odoo.addons.kpi_evaluation.report.list_book import Column, Group, write_list

from .province import LED, Province

AGENCIES, MONTHS = 12, 12
INSPECTOR = "kpi_evaluation.group_inspector"
SHEET_REPORT = "kpi_evaluation.report_kpi_appraisal"
BADGES = "hr.print_employee_badge"
PRINTED = 50
COLUMNS = (
    "employee_name",
    "job_title",
    "department_name",
    "state",
    "general_score",
    "result_score",
    "total_score",
    "system_grade",
    "grade",
    "month_start",
)


def main(env):
    """Make the year, measure, print."""
    print("a year of 12 000 people is being made …", flush=True)
    province = Province(env, AGENCIES, MONTHS)
    _finish(env, province)
    readers = {
        "evaluator, 10 people": province.users.some(LED),
        "HR, 1 000 people": province.users.some(0),
        "inspector, 12 000 people": _inspector(env),
    }
    ((tasks,),) = env.execute_query(SQL("SELECT count(*) FROM kpi_assignment"))
    print(f"{province.sheet_count} sheets, {tasks} tasks")
    month = env["kpi.period"].browse(province.periods.some(MONTHS - 2)).date_start
    for title, user in readers.items():
        _board(env(user=user), month, title)
        _trend(env(user=user), title)
    _explain(env(user=readers["inspector, 12 000 people"], su=False), month)
    _workbook(env(user=readers["inspector, 12 000 people"]), month)
    _papers(env)


def _finish(env, province):
    """Classes, months and an order that a real year would have."""
    env.cr.execute(
        SQL(
            """
            UPDATE kpi_appraisal AS sheet SET month_start = period.date_start,
                grade = CASE WHEN sheet.state = 'published' THEN system_grade END,
                self_grade = system_grade
            FROM kpi_period AS period WHERE period.id = sheet.period_id
            """
        )
    )
    env.cr.execute("ANALYZE kpi_appraisal")
    env.cr.commit()
    env.invalidate_all()


def _inspector(env):
    users = env["res.users"].with_context(no_reset_password=True)
    values = {"name": "Thanh tra", "login": "thanhtra"}
    groups = {"group_ids": [(6, 0, env.ref(INSPECTOR).ids)]}
    return users.create(values | groups).id


def _timed(env, act):
    env.flush_all()
    env.invalidate_all()
    queries, begin = env.cr.sql_log_count, perf_counter()
    result = act()
    env.flush_all()
    took = (perf_counter() - begin) * 1000
    return result, took, env.cr.sql_log_count - queries


def _board(env, month, title):
    def show():
        board = env["kpi.board"].create({"month": month})
        board.action_show()
        return board

    show()
    board, took, queries = _timed(env, show)
    print(
        f"board of the {title:<26}{took:8.0f} ms {queries:4} queries, "
        f"{board.people_count} people"
    )


def _trend(env, title):
    domain = [("grade", "!=", False), ("state", "!=", "annulled")]

    def graph():
        return env["kpi.appraisal"].formatted_read_group(
            domain, ["month_start:month", "grade"], ["__count"]
        )

    graph()
    _groups, took, queries = _timed(env, graph)
    print(f"trend for the {title:<26}{took:8.0f} ms {queries:4} queries")


def _explain(env, month):
    """The plan of the board's largest query, as the database chose it."""
    board = env["kpi.board"].new({"month": month})
    query = env["kpi.appraisal"]._search(board._sheets())
    rows = env.execute_query(SQL("EXPLAIN %s", query.select()))
    print("\n".join(line for (line,) in rows))


def _workbook(env, month):
    """A month's list of everybody, beside a bare dump of the same cells."""
    sheets = env["kpi.appraisal"].search([("month_start", "=", month)])
    columns = [Column(name) for name in COLUMNS]
    rows, read, _queries = _timed(
        env, lambda: sheets.sudo().export_data(list(COLUMNS))["datas"]
    )
    begin = perf_counter()
    ours = write_list(columns, Group("", rows, []), "Danh sách")
    middle = perf_counter()
    bare = _bare(rows)
    end = perf_counter()
    mine, floor = middle - begin, end - middle
    print(
        f"workbook of {len(rows)} people: read {read / 1000:.1f} s, "
        f"write {mine:.1f} s, bare dump {floor:.1f} s, ratio {mine / floor:.1f}, "
        f"{len(ours) // 1024} kB beside {len(bare) // 1024} kB"
    )


def _bare(rows):
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                sheet.write(number, place, value or "")
    return output.getvalue()


def _papers(env):
    """Fifty sheets in one PDF, beside Odoo's own report of fifty employees."""
    reports = env["ir.actions.report"].with_context(force_report_rendering=True)
    sheets = env["kpi.appraisal"].search([], limit=PRINTED, order="id desc")
    for title, name, records in (
        ("sheets", SHEET_REPORT, sheets),
        ("badges of Odoo", BADGES, sheets.employee_id),
    ):
        content, took, queries = _timed(
            env,
            lambda name=name, records=records: reports._render_qweb_pdf(
                name, records.ids
            )[0],
        )
        print(
            f"{len(records)} {title} in one PDF: {took / 1000:.1f} s, "
            f"{queries} queries, {len(content) // 1024} kB"
        )
