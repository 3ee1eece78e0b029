from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import KpiCase
from .roles import ROLES, Roles, own_models

NOBODY, READ = "", "r"
OPERATIONS = {"c": "create", "r": "read", "w": "write", "d": "unlink"}
# What every internal user of the agency reads, HR keeps, and portal users never see.
KEPT_BY_HR = {
    "employee": NOBODY,
    "other_employee": NOBODY,
    "evaluator": READ,
    "other_evaluator": READ,
    "hr": "crwd",
    "hr_elsewhere": NOBODY,
    "internal": READ,
    "inspector": NOBODY,
    "admin": "crwd",
}
SEEN_EVERYWHERE = {"hr_elsewhere": READ, "inspector": READ}
KEPT_BY_ADMIN = KEPT_BY_HR | {"hr": READ} | SEEN_EVERYWHERE
# What belongs to one person and the one who judges them.
PERSONAL = {
    "employee": READ,
    "other_employee": NOBODY,
    "evaluator": "rw",
    "other_evaluator": NOBODY,
    "hr": READ,
    "hr_elsewhere": NOBODY,
    "internal": NOBODY,
    "inspector": READ,
    "admin": READ,
}
OF_NOBODY = dict.fromkeys(ROLES, NOBODY)
RIGHTS = {
    "kpi.regulation.clause": KEPT_BY_ADMIN | {"admin": "cr"},
    "kpi.org.kind": KEPT_BY_ADMIN,
    "kpi.position": KEPT_BY_ADMIN,
    "kpi.authority.rule": KEPT_BY_ADMIN,
    "kpi.body": KEPT_BY_HR | SEEN_EVERYWHERE,
    "kpi.delegation": KEPT_BY_HR | SEEN_EVERYWHERE,
    "kpi.task.group": KEPT_BY_HR,
    "kpi.catalogue": KEPT_BY_HR,
    "kpi.complexity.group": KEPT_BY_HR,
    "kpi.catalogue.item": KEPT_BY_HR,
    "kpi.catalogue.import": OF_NOBODY | {"hr": "crw"},
    "kpi.catalogue.import.line": OF_NOBODY | {"hr": "crd"},
    "kpi.evaluator.change": OF_NOBODY | {"hr": "crwd"},
    "kpi.appraisal.return": OF_NOBODY | {"evaluator": "crwd"},
    "kpi.period": dict.fromkeys(ROLES, READ) | {"hr": "crw", "admin": "crw"},
    "kpi.assignment": PERSONAL | {"evaluator": "crwd", "hr": "crwd", "admin": "crwd"},
    "kpi.delivery": PERSONAL,
    "kpi.form": KEPT_BY_ADMIN,
    "kpi.criterion": KEPT_BY_ADMIN,
    "kpi.appraisal": PERSONAL | {"hr": "rwd", "admin": "rwd"},
    "kpi.appraisal.criterion": PERSONAL,
}


@tagged("rights")
class TestRights(Roles, KpiCase):
    """Who may do what with a record of the agency, a model a row."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.body = cls.env["kpi.body"].create(
            {
                "name": "Tập thể lãnh đạo",
                "kind": "tap_the_lanh_dao",
                "company_id": cls.company.id,
                "chair_id": cls.head.id,
            }
        )
        cls.task_group = cls.env["kpi.task.group"].create(
            {"name": "Nhóm văn phòng", "company_id": cls.company.id}
        )
        about = {"appraisal_ids": cls.sheet.ids, "reason": "Điều động"}
        changes = cls.env["kpi.evaluator.change"].with_user(cls.hr)
        cls.change = changes.create(about | {"evaluator_id": cls.admin.id})
        returns = cls.env["kpi.appraisal.return"].with_user(cls.head.user_id)
        cls.giving_back = returns.create(about)
        cls.delegation = cls.env["kpi.delegation"].create(
            {
                "principal_id": cls.head.id,
                "substitute_id": cls.admin.id,
                "date_from": "2026-08-01",
                "date_to": "2026-08-31",
                "document": "12/UQ-UBND",
            }
        )

    def _record(self, model):
        """A record of each model, of the general law or of ``staff``'s July."""
        catalogue = self.items["K1"].catalogue_id
        if model.startswith("kpi.catalogue.import"):
            wizards = self.env["kpi.catalogue.import"].with_user(self.hr)
            wizard = wizards.create({"catalogue_id": catalogue.id})
            lines = self.env["kpi.catalogue.import.line"].with_user(self.hr)
            line = lines.create({"import_id": wizard.id})
            return line if model.endswith("line") else wizard
        return {
            "kpi.task.group": self.task_group,
            "kpi.evaluator.change": self.change,
            "kpi.appraisal.return": self.giving_back,
            "kpi.regulation.clause": self.env.ref(
                "kpi_evaluation.clause_fault_penalty_20260601"
            ),
            "kpi.org.kind": self.env["kpi.org.kind"].search([], limit=1),
            "kpi.position": self.env["kpi.position"].search([], limit=1),
            "kpi.authority.rule": self.env["kpi.authority.rule"].search([], limit=1),
            "kpi.body": self.body,
            "kpi.delegation": self.delegation,
            "kpi.catalogue": catalogue,
            "kpi.complexity.group": catalogue.group_ids,
            "kpi.catalogue.item": self.items["K1"],
            "kpi.period": self.period,
            "kpi.assignment": self.work,
            "kpi.delivery": self.delivery,
            "kpi.form": self.sheet.form_id,
            "kpi.criterion": self.sheet.form_id.criterion_ids[:1],
            "kpi.appraisal": self.sheet,
            "kpi.appraisal.criterion": self.sheet.criterion_ids[:1],
        }[model]

    def test_every_model_has_a_row_in_the_table_of_rights(self):
        self.assertEqual(set(RIGHTS), set(own_models(self.env)))

    def test_each_role_may_do_exactly_what_the_table_says(self):
        for model, by_role in RIGHTS.items():
            record = self._record(model)
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
            record = self._record(model._name)
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
            (self.body, {"company_id": elsewhere.id}),
            (self.delegation, {"principal_id": self.officer_elsewhere.id}),
            (self.period, {"company_id": elsewhere.id}),
            (ours.catalogue_id, {"company_id": elsewhere.id}),
            (self.task_group, {"company_id": elsewhere.id}),
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
