"""Finding who judges 47,000 people (Điều 9), beside a floor of one SQL join."""

from datetime import date

from odoo import Command
from odoo.tools import SQL

from .measure import Measure
from .rows import cloned

PEOPLE, DIVISIONS, HALF = 47_000, 1_880, 23_500
WARM_UPS, RUNS = 1, 5
DAY = date(2026, 7, 10)


def main(env):
    """Measure the resolution of the whole province and of half of it."""
    print(f"{PEOPLE} people are being made …", flush=True)
    employees = _province(env)
    env.cr.commit()
    env.registry.clear_all_caches()
    measure, authority = Measure(env), env["kpi.authority"]
    for number in range(WARM_UPS + RUNS):
        if number == WARM_UPS:
            measure.clear()
        for name, people in (("all", employees), ("half", employees[:HALF])):
            with measure(name):
                found = authority._resolve(people, DAY)
            assert len(found) == len(people)
            assert sum(one.is_found for one in found.values()) > len(people) * 0.9
        with measure("floor"):
            rows = env.execute_query(_join(employees))
        assert len(rows) == PEOPLE
    _report(measure)


def _province(env):
    """One department of a province's committee with its divisions, all in SQL."""
    company = env["res.company"].create({"name": "Tỉnh đo tốc độ"})
    agency = env["hr.department"].create(
        {
            "name": "Sở",
            "company_id": company.id,
            "kpi_org_kind_id": env.ref("kpi_evaluation.kind_ubnd_tinh_co_quan").id,
        }
    )
    division = env["hr.department"].create(
        {"name": "Phòng", "company_id": company.id, "parent_id": agency.id}
    )
    person = env["hr.employee"].create(
        {
            "name": "Chuyên viên",
            "company_id": company.id,
            "department_id": division.id,
            "kpi_position_category": "staff",
            "date_version": date(2026, 1, 1),
            "kpi_position_ids": [Command.clear()],
        }
    )
    env.flush_all()
    units = cloned(env, "hr_department", division.id, DIVISIONS)
    resources = cloned(env, "resource_resource", person.resource_id.id, PEOPLE)
    employees = cloned(
        env, "hr_employee", person.id, PEOPLE, resource_id=resources.id("g")
    )
    cloned(
        env,
        "hr_version",
        person.version_id.id,
        PEOPLE,
        employee_id=employees.id("g"),
        department_id=units.id(f"mod(g, {DIVISIONS})"),
        kpi_position_category=f"CASE WHEN g < {DIVISIONS} THEN 'head' ELSE 'staff' END",
    )
    env.cr.execute("ANALYZE")
    env.invalidate_all()
    return env["hr.employee"].browse(employees.some(g) for g in range(PEOPLE))


def _join(employees):
    """Each person with the head of their unit, and nothing of Điều 9 beside."""
    return SQL(
        """
        SELECT person.id, head.employee_id
          FROM hr_employee person
          JOIN hr_version place ON place.employee_id = person.id
     LEFT JOIN hr_version head ON head.department_id = place.department_id
                              AND head.kpi_position_category = 'head'
         WHERE person.id = ANY(%s)
        """,
        employees.ids,
    )


def _report(measure):
    for name, people in (("all", PEOPLE), ("half", HALF)):
        print(
            f"{people:>6} people: {measure.milliseconds(name):7.0f} ms, "
            f"{measure.queries(name):3.0f} queries"
        )
    ratio = measure.milliseconds("all") / measure.milliseconds("floor")
    print(
        f" floor (one join): {measure.milliseconds('floor'):5.0f} ms; "
        f"the resolution takes {ratio:.1f} times as long"
    )
