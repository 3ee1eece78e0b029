"""Many sheets like a real one, each of a person of its own, all made in SQL."""

from .rows import cloned

OF_PERSON = {"employee_user_id": "NULL"}


def like(sheet, number, **values):
    """Clone a sheet with its person, criteria, tasks and hand-ins; the new sheets.

    ``values`` are SQL over ``g`` for columns of the sheets.
    """
    env, person = sheet.env, sheet.employee_id
    employees = _people(env, person, number)
    sheets = cloned(
        env,
        "kpi_appraisal",
        sheet.id,
        number,
        employee_id=employees.id("g"),
        employee_name="'Người ' || g",
        **OF_PERSON | values,
    )
    for line in sheet.criterion_ids:
        cloned(
            env,
            "kpi_appraisal_criterion",
            line.id,
            number,
            appraisal_id=sheets.id("g"),
        )
    tasks = env["kpi.assignment"].search(
        [("employee_id", "=", person.id), ("period_id", "=", sheet.period_id.id)]
    )
    for task in tasks:
        _task(env, task, number, employees)
    env.cr.execute("ANALYZE")
    env.invalidate_all()
    return env["kpi.appraisal"].browse(sheets.some(g) for g in range(number))


def _people(env, person, number):
    resources = cloned(
        env, "resource_resource", person.resource_id.id, number, user_id="NULL"
    )
    employees = cloned(
        env,
        "hr_employee",
        person.id,
        number,
        resource_id=resources.id("g"),
        user_id="NULL",
        name="'Người ' || g",
    )
    cloned(
        env,
        "hr_version",
        person.version_id.id,
        number,
        employee_id=employees.id("g"),
    )
    return employees


def _task(env, task, number, employees):
    whose = {"employee_id": employees.id("g")}
    tasks = cloned(env, "kpi_assignment", task.id, number, **whose | OF_PERSON)
    for hand_in in task.delivery_ids:
        cloned(
            env,
            "kpi_delivery",
            hand_in.id,
            number,
            assignment_id=tasks.id("g"),
            **whose,
        )
