from collections import defaultdict

from odoo import models
from odoo.tools import SQL

from ...regulation.leading import Hierarchy, Place

# What a Place is made of, and the column of a sheet that gives it.
PLACE = {
    "person": "employee_id",
    "name": "employee_name",
    "evaluator": "evaluator_id",
    "unit": "department_id",
    "category": "position_category",
    "field": "field_unit_ids",
    "state": "state",
    "grade": "system_grade",
    "sheet": "id",
}
PLACE_COLUMNS = ("period_id", *PLACE.values())
# From which states on the points of a person led count for d.
SETTLED = {
    "reviewed": ("reviewed", "decided", "published"),
    "decided": ("decided", "published"),
}
NAMES_LIMIT = 3
IN_ORDER = ("contract", "staff", "deputy", "head")


class KpiAppraisal(models.Model):
    """What a leader is answerable for: the people led, their points and their work.

    Whom somebody leads follows from the sheets of the month (Điều 12.1.b, 12.3.a and
    12.4): who judges whom, and the field that a deputy is in charge of.
    """

    _inherit = "kpi.appraisal"

    def _hierarchies(self):
        """{month's id: who leads whom in the months of these sheets}."""
        # sudo: d counts everybody led, though not everyone is readable
        sheets = self.sudo()
        query = sheets._search(
            [("period_id", "in", self.period_id.ids), ("state", "!=", "annulled")],
            order="id",
        )
        columns = (sheets._field_to_sql(query.table, one) for one in PLACE_COLUMNS)
        places = defaultdict(list)
        for period, *values in self.env.execute_query(query.select(*columns)):
            values = dict(zip(PLACE, values, strict=True))
            values["field"] = frozenset(values["field"] or ())
            places[period].append(Place(**values))
        parents = self._units_above() if places else {}
        return {key: Hierarchy(some, parents) for key, some in places.items()}

    def _units_above(self):
        """{unit: the unit above it}, of every unit."""
        self.env["hr.department"].flush_model(["parent_id"])
        return dict(
            self.env.execute_query(SQL("SELECT id, parent_id FROM hr_department"))
        )

    def _people_led(self):
        """{leader's sheet: the places of all they lead, or None where unknown}."""
        leaders = self.filtered(lambda sheet: sheet._is_leader())
        hierarchies = leaders._hierarchies() if leaders else {}
        led = {}
        for sheet in leaders:
            person, hierarchy = sheet.employee_id.id, hierarchies[sheet.period_id.id]
            is_known = hierarchy.knows_people_of(person)
            led[sheet] = hierarchy.led_by(person) if is_known else None
        return led

    def _leading(self):
        led = self._people_led()
        directed = self._directed_work(led)
        return {
            sheet: sheet._leading_of(people) | {"directed": directed.get(sheet, ())}
            for sheet, people in led.items()
        }

    def _leading_of(self, people):
        """The grades of those led who count for d, and who is still waited for."""
        self.ensure_one()
        if people is None:
            return {"subordinate_grades": None}
        rules = self.period_id._rulebook()
        settled = SETTLED[rules.subordinate_settled_at]
        counted = self._counted_for_d(people)
        waiting = [one for one in counted if one.state not in settled]
        return {
            "subordinate_grades": tuple(
                one.grade if one.state in settled else None for one in counted
            ),
            "waiting_for": self._few_names(self._in_order(waiting)),
        }

    def _counted_for_d(self, people):
        """Who is exempt from evaluation does not count (Điều 6.7)."""
        return [one for one in people if one.state != "exempt"]

    def _in_order(self, people):
        """Staff first, then deputies, then heads."""
        rank = {category: place for place, category in enumerate(IN_ORDER)}
        return sorted(people, key=lambda one: (rank.get(one.category, 0), one.name))

    def _few_names(self, people):
        """The first names of some people, and how many there are in all."""
        names = ", ".join(one.name for one in people[:NAMES_LIMIT])
        more = len(people) - NAMES_LIMIT
        return f"{names} (+{more})" if more > 0 else names

    def _directed_work(self, led):
        """{leader's sheet: sums of the work of those led} where it counts at all."""
        teams = {}
        for sheet, people in led.items():
            rules = sheet.period_id._rulebook()
            if rules.leader_sources == "direct" or not people:
                continue
            teams[sheet] = [
                one.person
                for one in people
                if one.state != "exempt" or rules.directing_exempt == "counted"
            ]
        return self.env["kpi.assignment"]._directed_facts(teams)

    def _leaders_above(self):
        """The open sheets of all who lead the people of these sheets."""
        above = self._ids_of_leaders_over().values()
        # sudo: the leaders' points follow, though the caller may not read their sheets
        leaders = self.sudo().browse({one.sheet for some in above for one in some})
        return leaders.filtered(lambda sheet: sheet.state in self.OPEN_STATES)

    def _ids_of_leaders_over(self):
        """{sheet: the places of all who lead its person}."""
        hierarchies = self._hierarchies() if self else {}
        # sudo: who leads whom is asked for whoever changes a fact
        return {
            sheet: hierarchies[sheet.period_id.id].leaders_over(sheet.employee_id.id)
            for sheet in self.sudo()
            if sheet.period_id.id in hierarchies
        }

    def _gap_texts(self, subject):
        return super()._gap_texts(subject) | {
            "subordinate_undecided": self.env._(
                "the opinion on people led is not finished yet: %(people)s "
                "(Điều 12.3.a)",
                people=subject,
            ),
            "no_field_in_charge": self.env._(
                "the deputy has no field in charge yet; the HR officer fills it in on "
                "the personnel record and takes it onto the sheet (Điều 12.4)"
            ),
        }
