"""A province in SQL: 5 agencies of 1000 people, 10 months, 12 tasks a month each."""

from odoo import Command
from odoo.tools import SQL

from .agency import new_agency
from .rows import cloned

AGENCIES, PEOPLE, LED, MONTHS, TASKS, LINES = 5, 1000, 10, 10, 12, 10
EVERYONE = AGENCIES * PEOPLE
SHEETS = EVERYONE * MONTHS
# Rows lie in the order of time: of sheet number s, the person and the month.
PERSON, MONTH = f"mod(%s, {EVERYONE})", f"(%s / {EVERYONE})"
STATES = "(ARRAY['draft', 'self_assessed', 'reviewed', 'decided'])[1 + mod(g, 4)]"


class Province:
    """The rows of each table, cloned from the sheet of one real person."""

    def __init__(self, env):
        self.env = env
        self.sheet = _real_sheet(env)
        self.people()
        self.months()
        self.work()
        env.cr.execute("ANALYZE")
        env.cr.commit()
        env.registry.clear_all_caches()

    def people(self):
        """Agencies, users, employees; every tenth person judges ten."""
        person = self.sheet.employee_id
        user, company = person.user_id, person.company_id
        partners = self._clone("res_partner", company.partner_id, AGENCIES)
        self.companies = self._clone(
            "res_company",
            company,
            AGENCIES,
            name="'Xã ' || g",
            partner_id=partners.id("g"),
        )
        own = {"company_id": self.companies.id(f"g / {PEOPLE}")}
        partners = self._clone("res_partner", user.partner_id, EVERYONE)
        self.users = self._clone(
            "res_users",
            user,
            EVERYONE,
            login="'nguoi' || g",
            partner_id=partners.id("g"),
            **own,
        )
        own["user_id"] = self.users.id("g")
        resources = self._clone(
            "resource_resource", person.resource_id, EVERYONE, **own
        )
        self.employees = self._clone(
            "hr_employee",
            person,
            EVERYONE,
            resource_id=resources.id("g"),
            work_contact_id=partners.id("g"),
            **own,
        )
        versions = self._clone(
            "hr_version",
            person.version_id,
            EVERYONE,
            employee_id=self.employees.id("g"),
            company_id=own["company_id"],
        )
        self._appoint(versions)

    def _appoint(self, versions):
        """Who judges whom, and which rights each user has."""
        groups = [
            self.env.ref(name).id
            for name in (
                "kpi_evaluation.group_hr",
                "base.group_user",
                "base.group_portal",
            )
        ]
        self.env.cr.execute(
            SQL(
                """
                UPDATE res_company SET parent_path = id || '/';
                INSERT INTO res_company_users_rel (cid, user_id)
                SELECT company_id, id FROM res_users WHERE id >= %(user)s;
                INSERT INTO res_groups_users_rel (gid, uid)
                SELECT CASE WHEN g %% %(agency)s = 0 THEN %(hr)s
                    WHEN g %% %(led)s = 0 THEN %(internal)s ELSE %(portal)s END,
                    %(user)s + g
                FROM generate_series(0, %(last)s) AS g;
                UPDATE hr_employee SET current_version_id = %(version)s + g,
                    kpi_evaluator_id = judge, parent_id = judge
                FROM generate_series(0, %(last)s) AS g, LATERAL (
                    SELECT %(employee)s + CASE WHEN g %% %(agency)s = 0 THEN NULL
                        WHEN g %% %(led)s = 0 THEN g - g %% %(agency)s
                        ELSE g - g %% %(led)s END
                ) AS judged (judge)
                WHERE id = %(employee)s + g
                """,
                user=self.users.first,
                employee=self.employees.first,
                version=versions.first,
                last=EVERYONE - 1,
                agency=PEOPLE,
                led=LED,
                hr=groups[0],
                internal=groups[1],
                portal=groups[2],
            )
        )

    def months(self):
        """The periods of the agencies and a sheet of each month for everyone."""
        start = f"(DATE '2026-06-01' + interval '1 month' * mod(g, {MONTHS}))"
        self.periods = self._clone(
            "kpi_period",
            self.sheet.period_id,
            AGENCIES * MONTHS,
            company_id=self.companies.id(f"g / {MONTHS}"),
            date_start=start,
            date_end=f"{start} + interval '1 month' - interval '1 day'",
        )
        state = f"CASE WHEN {MONTH % 'g'} < {MONTHS - 1} THEN 'published' ELSE {STATES}"
        self.sheets = self._clone(
            "kpi_appraisal",
            self.sheet,
            SHEETS,
            **self._whose("g"),
            evaluator_id=self.employees.id(f"{PERSON % 'g'} / {LED} * {LED}"),
            evaluator_user_id=self.users.id(f"{PERSON % 'g'} / {LED} * {LED}"),
            state=f"{state} END",
            system_grade="(ARRAY['a', 'b', 'b', 'c'])[1 + mod(g, 4)]",
        )

    def work(self):
        """Criteria, tasks and hand-ins; one of each person awaits its verdict."""
        self._clone(
            "kpi_appraisal_criterion",
            self.sheet.criterion_ids[0],
            SHEETS * LINES,
            appraisal_id=self.sheets.id(f"g / {LINES}"),
        )
        assignment = self.assignment = self.env["kpi.assignment"].search([], limit=1)
        sheet = f"(g / {TASKS})"
        self.assignments = self._clone(
            "kpi_assignment",
            assignment,
            SHEETS * TASKS,
            **self._whose(sheet),
            assigner_id=self.employees.id(f"{PERSON % sheet} / {LED} * {LED}"),
            assigner_user_id=self.users.id(f"{PERSON % sheet} / {LED} * {LED}"),
        )
        whose = self._whose(sheet)
        self._clone(
            "kpi_delivery",
            assignment.delivery_ids,
            SHEETS * TASKS,
            assignment_id=self.assignments.id("g"),
            employee_id=whose["employee_id"],
            company_id=whose["company_id"],
            assigner_id=self.employees.id(f"{PERSON % sheet} / {LED} * {LED}"),
            verdict=f"CASE WHEN {MONTH % sheet} = {MONTHS - 1} AND mod(g, {TASKS}) = 0 "
            "THEN 'pending' ELSE 'accepted' END",
        )

    def _whose(self, sheet):
        """The columns that say whose a row of a sheet is, and of which month."""
        person, agency = PERSON % sheet, f"({PERSON % sheet} / {PEOPLE})"
        return {
            "employee_id": self.employees.id(person),
            "employee_user_id": self.users.id(person),
            "company_id": self.companies.id(agency),
            "period_id": self.periods.id(f"{agency} * {MONTHS} + {MONTH % sheet}"),
        }

    def _clone(self, table, record, number, **values):
        return cloned(self.env, table, record.id, number, **values)


def _real_sheet(env):
    """A person's sheet of a month with a task handed in, made by the add-on itself."""
    agency = new_agency(env, 60)
    person = env["hr.employee"].search(
        [("company_id", "=", agency.company.id)], order="id desc", limit=1
    )
    portal = env.ref("base.group_portal").ids
    person.user_id = agency.hr.copy(
        {"login": "mau", "group_ids": [Command.set(portal)]}
    )
    period = env["kpi.period"].create({"company_id": agency.company.id})
    period.with_user(agency.hr).action_open()
    assignment = env["kpi.assignment"].create(
        {
            "employee_id": person.id,
            "period_id": period.id,
            "item_id": agency.products[0].id,
            "date_deadline": period.date_end,
        }
    )
    assignment.with_user(person.user_id).hand_in(1)
    env.flush_all()
    return period.appraisal_ids.filtered(lambda sheet: sheet.employee_id == person)
