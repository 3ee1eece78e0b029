"""Given work with its requests and steps, each taken by the person who may."""

from contextlib import contextmanager

from odoo.exceptions import UserError

from .common import INTERNAL, KpiCase


class WorkCase(KpiCase):
    """The agency with a second evaluator, who leads one more person."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.chief = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.other = cls._person("Ngô Thị Dung", "staff", "base.group_portal", cls.chief)
        cls.outsider = cls._person(
            "Mai Nơi Khác", "staff", company=cls._agency("UBND xã Bình Yên")
        )

    @contextmanager
    def _refused(self, words):
        """Nothing is left of what is refused, in these words."""
        with self.assertRaises(UserError) as caught:
            yield
        self.assertIn(words, str(caught.exception))

    def _by_head(self, records):
        return records.with_user(self.head.user_id)

    def _mine(self, work):
        return work.with_user(work.employee_user_id)

    def _transfer(self, work, person, **more):
        """Transfer work as its assigner; the new assignment."""
        values = {"date_deadline": self.period.date_end, "reason": "Nghỉ ốm"} | more
        taken = work.with_user(work.assigner_user_id).action_transfer(
            person.id, **values
        )
        return self.env["kpi.assignment"].browse(taken)

    def _propose(self, person, code="K1", **more):
        values = {
            "period_id": self.period.id,
            "name": "Đón đoàn kiểm tra",
            "item_id": self.items[code].id,
            "quantity": 1,
            "date_deadline": self.period.date_end,
        }
        works = self.env["kpi.assignment"].with_user(person.user_id)
        return self.env["kpi.assignment"].browse(works.propose_adhoc(**values | more))

    def _ask(self, work, user=None, **values):
        """A request for a change, by the person unless told otherwise."""
        asker = work.with_user(user or work.employee_user_id)
        asked = asker.ask_change(**{"reason": "Phát sinh"} | values)
        return self.env["kpi.assignment.change"].browse(asked)

    def _joint(self, code="K2", quantity=1, owner=None, **more):
        owner = owner or self.staff
        joints = self.env["kpi.joint.product"].with_user(owner.kpi_evaluator_id.user_id)
        values = {
            "item_id": self.items[code].id,
            "owner_id": owner.id,
            "quantity": quantity,
        }
        return joints.create(values | more)

    def _share(self, person, quantity, period=None):
        period = period or self.period
        return {
            "employee_id": person.id,
            "period_id": period.id,
            "quantity": quantity,
            "date_deadline": period.date_end,
        }

    def _ratios(self, person, period=None):
        """(a, b, c) of a person's sheet, in percent, and the bonus."""
        period = period or self.period
        sheet = self._open(period)[person]
        sheet._recompute_scores()
        ratios = (sheet.quantity_ratio, sheet.quality_ratio, sheet.progress_ratio)
        return (*ratios, sheet.bonus_score)

    def _base(self, *people):
        """A of these people together, in standard units."""
        sheets = self._open()
        sheets = self.env["kpi.appraisal"].concat(*(sheets[one] for one in people))
        products = sheets._products().values()
        return sum(one.worth for some in products for one in some if not one.extra)

    def _commit(self):
        """Do what a commit does: write the history; what follows is noted anew."""
        self.env.flush_all()
        self.env.cr.precommit.run()

    def _noted(self, record):
        """{field: [(old, new)]} of all changes in the log of a record."""
        self._commit()
        noted = {}
        values = record.sudo().message_ids.tracking_value_ids.sorted("id")
        for value in values:
            name = value.field_id.name
            for kind in ("char", "text", "float", "datetime"):
                old, new = value[f"old_value_{kind}"], value[f"new_value_{kind}"]
                if old or new:
                    noted.setdefault(name, []).append((old, new))
                    break
        return noted
