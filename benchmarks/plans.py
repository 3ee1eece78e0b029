"""Which indexes the main queries use in a province of 50 000 sheets."""

import json

from odoo.tools import SQL

from .province import LED, MONTHS, PEOPLE, SHEETS, TASKS, Province

LAST = MONTHS - 1
EVALUATOR, STAFF, HR = LED, LED + 2, 0


def main(env):
    """Make the province, explain each query, name the indexes that none used."""
    print(f"{SHEETS} sheets and {SHEETS * TASKS} tasks are being made …", flush=True)
    province = Province(env)
    env.cr.execute("SELECT pg_stat_reset()")
    for title, query in _queries(province):
        _explain(env, title, query)
    env.cr.commit()
    _report_indexes(env)


def _queries(province):
    """The queries as the ORM makes them, for users of the first agency."""
    env = province.env
    period = province.periods.some(LAST)
    as_user = {
        name: env(user=province.users.some(index), su=False)
        for name, index in (("evaluator", EVALUATOR), ("staff", STAFF), ("hr", HR))
    }
    people = [province.employees.some(index) for index in range(PEOPLE)]
    month = [("period_id", "=", period)]
    of_people = [("employee_id", "in", people), ("period_id", "in", [period])]
    sheets = env["kpi.appraisal"].search(month).ids

    def query(model, domain, user=None, **options):
        return (as_user[user] if user else env)[model]._search(domain, **options)

    yield "tasks of a month's people", query("kpi.assignment", of_people, order="id")
    yield "sheets of a month's people", query("kpi.appraisal", of_people, order="id")
    lines = [("appraisal_id", "in", sheets)]
    yield "criteria of their sheets", query("kpi.appraisal.criterion", lines)
    page = {"limit": 80, "order": env["kpi.appraisal"]._order}
    yield "evaluator: all sheets", query("kpi.appraisal", [], "evaluator", **page)
    waiting = [("state", "=", "self_assessed")]
    yield "evaluator: sheets waiting", query("kpi.appraisal", waiting, "evaluator")
    yield "evaluator: tasks of the month", query("kpi.assignment", month, "evaluator")
    work = {"limit": 80, "order": env["kpi.assignment"]._order}
    yield "evaluator: all tasks", query("kpi.assignment", [], "evaluator", **work)
    pending = [("verdict", "=", "pending")]
    yield "evaluator: hand-ins waiting", query("kpi.delivery", pending, "evaluator")
    for_me = [("may_judge", "=", True)]
    yield "evaluator: waits for my verdict", query("kpi.delivery", for_me, "evaluator")
    of_ten = [*pending, ("employee_id", "in", people[:LED])]
    yield "hand-ins waiting of ten people", query("kpi.delivery", of_ten)
    product = [("item_id", "=", province.assignment.item_id.id + 1)]
    yield "tasks of a product, to delete it", query("kpi.assignment", product)
    yield "staff: own sheet of the month", query("kpi.appraisal", month, "staff")
    yield "staff: own tasks of the month", query("kpi.assignment", month, "staff")
    yield "staff: own hand-ins", query("kpi.delivery", [], "staff")
    yield "HR: sheets of the month", query("kpi.appraisal", month, "hr", **page)
    yield "HR: sheets of all months", query("kpi.appraisal", [], "hr", **page)
    yield "HR: tasks of the month", query("kpi.assignment", month, "hr")
    quota = query("kpi.appraisal", [*month, ("state", "!=", "annulled")])
    quota.groupby = SQL("task_group_id, system_grade")
    yield "classes of a month, counted", quota.select("system_grade", "count(*)")


def _explain(env, title, query):
    select = query if isinstance(query, SQL) else query.select()
    explain = SQL("EXPLAIN (ANALYZE, FORMAT JSON) %s", select)
    env.execute_query(explain)
    ((found,),) = env.execute_query(explain)
    (plan,) = json.loads(found) if isinstance(found, str) else found
    nodes = list(_nodes(plan["Plan"]))
    used = [node["Index Name"] for node in nodes if "Index Name" in node]
    whole = [
        f"ALL OF {node['Relation Name']}"
        for node in nodes
        if node["Node Type"].endswith("Seq Scan")
        and node["Relation Name"] in ("kpi_appraisal", "kpi_assignment", "kpi_delivery")
    ]
    took, rows = plan["Execution Time"], plan["Plan"]["Actual Rows"]
    print(f"{title:<32}{rows:7.0f} rows{took:9.2f} ms  ", end="")
    print(", ".join(dict.fromkeys(whole + used)))


def _nodes(node):
    yield node
    for child in node.get("Plans", ()):
        yield from _nodes(child)


def _report_indexes(env):
    env.cr.execute("SELECT pg_stat_force_next_flush()")
    env.cr.commit()
    env.cr.execute(
        """
        SELECT indexrelname, pg_size_pretty(pg_relation_size(indexrelid))
        FROM pg_stat_user_indexes WHERE idx_scan = 0 AND relname IN (
            'kpi_appraisal', 'kpi_appraisal_criterion', 'kpi_assignment', 'kpi_delivery'
        ) ORDER BY relname, indexrelname
        """
    )
    print("\nused by none of these:")
    for name, size in env.cr.fetchall():
        print(f"    {name:<52}{size:>10}")
