"""Only HR of the agency imports, and each officer sees only their own import."""

from odoo.exceptions import AccessError
from odoo.tests import new_test_user

from .catalogue_files import CatalogueImportCase, as_csv, catalogue
from .common import HR, KpiHttpCase

IMPORT = "kpi.catalogue.import"
LINE = "kpi.catalogue.import.line"


class TestCatalogueImportRights(CatalogueImportCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.second_hr = cls._user("Hoàng Thị Tư", HR)
        cls.elsewhere = cls._agency("UBND xã khác")
        cls.foreign_hr = cls._user("Vũ Văn Ngoài", HR, cls.elsewhere)

    def test_only_hr_may_begin_an_import(self):
        for user in (self.head.user_id, self.staff.user_id):
            with self.subTest(user=user.name), self.assertRaises(AccessError):
                self._upload(as_csv(catalogue(1)), user=user)

    def test_nobody_but_its_officer_sees_or_presses_an_import(self):
        wizard = self._check(as_csv(catalogue(2)))
        for user in (self.second_hr, self.foreign_hr, self.head.user_id):
            theirs = wizard.with_user(user)
            theirs.invalidate_recordset()
            for step in (
                theirs.action_check,
                theirs.action_import,
                theirs.action_restart,
                theirs.action_template,
                lambda records=theirs: records.read(["file", "notes", "template"]),
                lambda records=theirs: records.line_ids.read(["message"]),
                lambda records=theirs: records.write({"fingerprint": "x"}),
            ):
                with self.subTest(user=user.name), self.assertRaises(AccessError):
                    step()
        self.assertFalse(self._products())

    def test_the_lines_of_another_officer_are_out_of_reach(self):
        wizard = self._check(as_csv(catalogue(2)))
        Line = self.env[LINE].with_user(self.second_hr)
        self.assertFalse(Line.search([("id", "in", wizard.line_ids.ids)]))
        for step in (
            lambda: Line.browse(wizard.line_ids.ids).read(["message"]),
            lambda: Line.browse(wizard.line_ids.ids).unlink(),
            lambda: Line.create({"import_id": wizard.id, "kind": "new"}),
        ):
            with self.assertRaises(AccessError):
                step()

    def test_hr_of_another_agency_never_imports_into_this_one(self):
        with self.assertRaises(AccessError):
            wizard = self._upload(as_csv(catalogue(1)), user=self.foreign_hr)
            wizard.action_check()
        mine = self._check(as_csv(catalogue(1)))
        other = self.catalogue.sudo().copy({"company_id": self.elsewhere.id})
        with self.assertRaises(AccessError):
            mine.catalogue_id = other
            mine.flush_recordset()
            mine.action_import()
        self.assertFalse(other.item_ids)


class TestCatalogueTemplateDownload(KpiHttpCase):
    def test_hr_downloads_the_template_and_nobody_else_does(self):
        catalogue_id = self._catalogue(approve=False)["K1"].catalogue_id.id
        values = {"catalogue_id": catalogue_id}
        wizard = self.env[IMPORT].with_user(self.hr).create(values)
        url = wizard.action_template()["url"]
        self.authenticate(self.hr.login, self.hr.login)
        answer = self.url_open(url)
        self.assertEqual(answer.status_code, 200)
        self.assertTrue(answer.content.startswith(b"PK"))
        self.assertIn("danh-muc-san-pham.xlsx", answer.headers["Content-Disposition"])
        new_test_user(self.env, "nguoi.la", groups="base.group_user")
        for login in ("nguoi.la", self.head.user_id.login):
            self.authenticate(login, login)
            self.assertNotEqual(self.url_open(url).status_code, 200)
