from dateutil.relativedelta import relativedelta

from odoo import models

from ...regulation.values import exact
from ..base.paper_text import plain

CODES_LIMIT = 5


class KpiCatalogue(models.Model):
    """What a version lacks before it may be put in force (Điều 10, 20.2)."""

    _inherit = "kpi.catalogue"

    def _reasons_against_approval(self):
        """Sentences; none means that the version may be approved."""
        self.ensure_one()
        items = self._items_to_check()
        reasons = (
            self._reason_of_decision(),
            self._reason_of_first_day(),
            self._reason_of_earlier_version(),
            self._reason_of_groups(),
            self._reason_of_standard(items),
            self._reason_of_points(items),
            self._reason_of_scores(items),
            self._reason_of_divisions(items),
        )
        return [reason for reason in reasons if reason]

    def _items_to_check(self):
        return self.env["kpi.catalogue.item"].search(
            [("catalogue_id", "=", self.id)], order="code"
        )

    def _reason_of_decision(self):
        names = ("decision_number", "decision_date", "decision_authority")
        lacking = [name for name in names if not self[name]]
        return lacking and self.env._(
            "Fill in the decision that issues the catalogue: %(fields)s (Điều 20.2).",
            fields=", ".join(
                self._fields[name]._description_string(self.env) for name in lacking
            ),
        )

    def _reason_of_first_day(self):
        first = self.date_from + relativedelta(day=1)
        return self.date_from != first and self.env._(
            "A month is judged by one catalogue: let it be in force from the first day "
            "of a month, %(this)s or %(next)s (Điều 16).",
            this=f"{first:%d/%m/%Y}",
            next=f"{first + relativedelta(months=1):%d/%m/%Y}",
        )

    def _reason_of_earlier_version(self):
        earlier = self._latest_approved()
        if not earlier:
            return ""
        if earlier.date_from >= self.date_from:
            return self.env._(
                "“%(catalogue)s” is already approved: a new version begins after it "
                "(Điều 10).",
                catalogue=earlier.display_name,
            )
        return self._reason_of_given_work()

    def _reason_of_given_work(self):
        """Months whose work was already given by an earlier version keep that one."""
        return ""

    def _reason_of_groups(self):
        limit = self._rulebook().max_complexity_groups
        if not self.group_ids:
            return self.env._(
                "Add the groups of complexity with their frames of points (Điều 10.1)."
            )
        return len(self.group_ids) > limit and self.env._(
            "A catalogue has at most %(limit)s groups of complexity (Điều 10.1).",
            limit=limit,
        )

    def _reason_of_standard(self, items):
        standard = items.filtered("is_standard")
        if not standard:
            return self.env._(
                "Mark the standard product among the products (Điều 10.2)."
            )
        return exact(standard.points) != exact(self.standard_points) and self.env._(
            "The standard product %(item)s has %(points)s points, but the catalogue "
            "counts with %(standard)s (Điều 10.2).",
            item=standard.display_name,
            points=plain(standard.points),
            standard=plain(self.standard_points),
        )

    def _reason_of_points(self, items):
        def is_wrong(item):
            group = item.group_id
            is_within = group.points_min <= item.points <= group.points_max
            return not is_within or item.coefficient <= 0

        if not items:
            return self.env._("The catalogue has no product yet (Điều 10.3).")
        wrong = items.filtered(is_wrong)
        return wrong and self.env._(
            "Points outside the frame of the group, or too few for a coefficient "
            "(Điều 10.1, 10.3): %(codes)s.",
            codes=self._codes(wrong),
        )

    def _reason_of_scores(self, items):
        wrong = items._scored_otherwise()
        return wrong and self.env._(
            "The points are not the sum of the four criteria by which this catalogue "
            "is scored: %(codes)s.",
            codes=self._codes(wrong),
        )

    def _reason_of_divisions(self, items):
        lacking = items.filtered(lambda item: item.division and not item.department_id)
        names = ", ".join(dict.fromkeys(lacking.mapped("division")))
        return lacking and self.env._(
            "No unit of the agency is called so: %(divisions)s (%(count)s products). "
            "Create the unit or choose it on the products; blank means all.",
            divisions=names,
            count=len(lacking),
        )

    def _codes(self, items):
        """The codes of the first products, and how many more there are."""
        codes = ", ".join(items[:CODES_LIMIT].mapped("code"))
        more = len(items) - CODES_LIMIT
        return f"{codes} … (+{more})" if more > 0 else codes
