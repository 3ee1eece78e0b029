"""A province in SQL: 5 agencies of 1000 people, 10 months, 12 tasks a month each."""

from odoo import Command
from odoo.tools import SQL

from .agency import new_agency
from .rows import cloned

AGENCIES, PEOPLE, LED, MONTHS, TASKS, LINES = 5, 1000, 10, 10, 12, 10
SHEETS = AGENCIES * PEOPLE * MONTHS
STATES = "(ARRAY['draft', 'self_assessed', 'reviewed', 'decided'])[1 + mod(g, 4)]"


class Province:
    """The rows of each table, cloned from the sheet of one real person."""

    def __init__(self, env, agencies=AGENCIES, months=MONTHS):
        self.env = env
        self.agency_count, self.month_count = agencies, months
        self.everyone = agencies * PEOPLE
        self.sheet_count = self.everyone * months
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
        partners = self._clone("res_partner", company.partner_id, self.agency_count)
        self.companies = self._clone(
            "res_company",
            company,
            self.agency_count,
            name="'Xã ' || g",
            partner_id=partners.id("g"),
        )
        own = {"company_id": self.companies.id(f"g / {PEOPLE}")}
        partners = self._clone("res_partner", user.partner_id, self.everyone)
        self.users = self._clone(
            "res_users",
            user,
            self.everyone,
            login="'nguoi' || g",
            partner_id=partners.id("g"),
            **own,
        )
        own["user_id"] = self.users.id("g")
        resources = self._clone(
            "resource_resource", person.resource_id, self.everyone, **own
        )
        self.employees = self._clone(
            "hr_employee",
            person,
            self.everyone,
            resource_id=resources.id("g"),
            work_contact_id=partners.id("g"),
            **own,
        )
        versions = self._clone(
            "hr_version",
            person.version_id,
            self.everyone,
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
                last=self.everyone - 1,
                agency=PEOPLE,
                led=LED,
                hr=groups[0],
                internal=groups[1],
                portal=groups[2],
            )
        )

    def months(self):
        """The periods of the agencies and a sheet of each month for everyone."""
        start = f"(DATE '2026-06-01' + interval '1 month' * mod(g, {self.month_count}))"
        self.periods = self._clone(
            "kpi_period",
            self.sheet.period_id,
            self.agency_count * self.month_count,
            company_id=self.companies.id(f"g / {self.month_count}"),
            date_start=start,
            date_end=f"{start} + interval '1 month' - interval '1 day'",
        )
        past = f"{self._month('g')} < {self.month_count - 1}"
        state = f"CASE WHEN {past} THEN 'published' ELSE {STATES}"
        self.sheets = self._clone(
            "kpi_appraisal",
            self.sheet,
            self.sheet_count,
            **self._whose("g"),
            evaluator_id=self.employees.id(f"{self._person('g')} / {LED} * {LED}"),
            evaluator_user_id=self.users.id(f"{self._person('g')} / {LED} * {LED}"),
            state=f"{state} END",
            system_grade="(ARRAY['a', 'b', 'b', 'c'])[1 + mod(g, 4)]",
        )

    def work(self):
        """Criteria, tasks and hand-ins; one of each person awaits its verdict."""
        self._clone(
            "kpi_appraisal_criterion",
            self.sheet.criterion_ids[0],
            self.sheet_count * LINES,
            appraisal_id=self.sheets.id(f"g / {LINES}"),
        )
        assignment = self.assignment = self.env["kpi.assignment"].search([], limit=1)
        sheet = f"(g / {TASKS})"
        self.assignments = self._clone(
            "kpi_assignment",
            assignment,
            self.sheet_count * TASKS,
            **self._whose(sheet),
            assigner_id=self.employees.id(f"{self._person(sheet)} / {LED} * {LED}"),
            assigner_user_id=self.users.id(f"{self._person(sheet)} / {LED} * {LED}"),
        )
        whose = self._whose(sheet)
        last = f"{self._month(sheet)} = {self.month_count - 1}"
        self._clone(
            "kpi_delivery",
            assignment.delivery_ids,
            self.sheet_count * TASKS,
            assignment_id=self.assignments.id("g"),
            employee_id=whose["employee_id"],
            company_id=whose["company_id"],
            assigner_id=self.employees.id(f"{self._person(sheet)} / {LED} * {LED}"),
            verdict=f"CASE WHEN {last} AND mod(g, {TASKS}) = 0 "
            "THEN 'pending' ELSE 'accepted' END",
        )

    def _person(self, sheet):
        """Of a sheet, in the order of time: the number of its person."""
        return f"mod({sheet}, {self.everyone})"

    def _month(self, sheet):
        return f"({sheet} / {self.everyone})"

    def _whose(self, sheet):
        """The columns that say whose a row of a sheet is, and of which month."""
        person, agency = self._person(sheet), f"({self._person(sheet)} / {PEOPLE})"
        month = self._month(sheet)
        return {
            "employee_id": self.employees.id(person),
            "employee_user_id": self.users.id(person),
            "company_id": self.companies.id(agency),
            "period_id": self.periods.id(f"{agency} * {self.month_count} + {month}"),
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
