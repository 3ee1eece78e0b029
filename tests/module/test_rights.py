from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .areas import RECORDS, RIGHTS
from .common import KpiCase
from .roles import ROLES, Roles, own_models

OPERATIONS = {"c": "create", "r": "read", "w": "write", "d": "unlink"}


@tagged("rights")
class TestRights(Roles, KpiCase):
    """Who may do what with a record of the agency, a model a row."""

    def test_every_model_has_a_row_in_the_table_of_rights(self):
        self.assertEqual(set(RIGHTS), set(own_models(self.env)))
        self.assertEqual(set(RECORDS), set(RIGHTS))

    def test_each_role_may_do_exactly_what_the_table_says(self):
        for model, by_role in RIGHTS.items():
            record = RECORDS[model](self)
            for role in ROLES:
                seen = self._as(role, record)
                may = "".join(
                    letter
                    for letter, operation in OPERATIONS.items()
                    if seen.has_access(operation)
                )
                self.assertEqual(may, by_role[role], f"{role} with {model}")

    def test_hr_adds_rules_of_the_own_agency_only(self):
        values = {
            "code": "late_penalty",
            "name": "Trừ điểm tiến độ",
            "value": "20",
            "unit": "percent",
            "clause": "Quy chế",
            "date_from": "2026-08-01",
        }
        for role, company, may in (
            ("hr", self.company, True),
            ("hr", self.env["res.company"], False),
            ("hr", self.officer_elsewhere.company_id, False),
            ("admin", self.env["res.company"], True),
            ("evaluator", self.company, False),
        ):
            rows = self._as(role, self.env["kpi.regulation.clause"])
            with self.subTest(role=role, company=company.name):
                if may:
                    self.assertTrue(rows.create(values | {"company_id": company.id}))
                else:
                    with self.assertRaises(AccessError):
                        rows.create(values | {"company_id": company.id})

    def test_no_stored_computed_field_can_be_typed_by_any_role(self):
        for model in own_models(self.env).values():
            if model._transient:
                continue
            record = RECORDS[model._name](self)
            for name, field in model._fields.items():
                is_derived = field.compute and field.store and field.readonly
                if not is_derived or field.inverse:
                    continue
                value = field.convert_to_write(record[name], record)
                for role in ("evaluator", "hr", "admin"):
                    with (
                        self.subTest(field=str(field), role=role),
                        self.assertRaises(UserError),
                    ):
                        self._as(role, record).write({name: value})

    def test_nothing_moves_to_another_agency_not_even_by_its_own_hr(self):
        elsewhere = self.officer_elsewhere.company_id
        foreign = self._catalogue(elsewhere)["K1"]
        ours = self.items["K1"]
        form = self.env["kpi.form"].create(
            {
                "code": "03b",
                "name": "Mẫu riêng",
                "position_category": "staff",
                "date_from": "2027-01-01",
                "company_id": self.company.id,
            }
        )
        for record, values in (
            (RECORDS["kpi.body"](self), {"company_id": elsewhere.id}),
            (
                RECORDS["kpi.delegation"](self),
                {"principal_id": self.officer_elsewhere.id},
            ),
            (self.period, {"company_id": elsewhere.id}),
            (ours.catalogue_id, {"company_id": elsewhere.id}),
            (RECORDS["kpi.task.group"](self), {"company_id": elsewhere.id}),
            (form, {"company_id": elsewhere.id}),
            (
                ours,
                {
                    "catalogue_id": foreign.catalogue_id.id,
                    "group_id": foreign.group_id.id,
                    "code": "X",
                },
            ),
            (ours.group_id, {"catalogue_id": foreign.catalogue_id.id, "code": "X"}),
        ):
            with self.assertRaises(UserError, msg=str(record)):
                self._as("hr", record).write(values)

    def test_no_product_of_another_agency_is_assigned_by_a_forged_id(self):
        foreign = self._catalogue(self.officer_elsewhere.company_id)["K2.5"]
        with self.assertRaises(UserError):
            self._give(self.colleague, item_id=foreign.id)
