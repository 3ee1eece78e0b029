"""A month's papers as one file that anybody can check (Điều 18)."""

import io
import json
import zipfile
from hashlib import sha256

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import Form

from .common import INTERNAL, KpiHttpCase
from .paper import Paper


class TestArchive(KpiHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["ir.config_parameter"].sudo().set_param("report.print_delay", "10")
        cls.unit = cls.env["hr.department"].create(
            {"name": "Tổ 1/2: Văn phòng", "company_id": cls.company.id}
        )
        cls.staff.department_id = cls.unit
        for person in (cls.staff, cls.colleague):
            cls._deliver(cls._give(person))
        cls.sheets = cls._open()
        for person in (cls.staff, cls.colleague):
            cls._until(cls.sheets[person], "decided")
        cls.env.flush_all()

    def _wizard(self, user, **values):
        archives = self.env["kpi.archive"].with_user(user)
        return archives.create({"period_id": self.period.id} | values)

    def _zip(self, user, archive):
        self.authenticate(user.login, user.login)
        response = self.url_open(archive.with_user(user).action_download()["url"])
        self.assertEqual(response.headers["Content-Type"], "application/zip")
        return zipfile.ZipFile(io.BytesIO(response.content))

    def test_it_proposes_the_last_published_month_and_says_how_much_there_is(self):
        self.assertFalse(Form(self.env["kpi.archive"].with_user(self.hr)).period_id)
        self.sheets[self.staff].with_user(self.hr).action_publish()
        form = Form(self.env["kpi.archive"].with_user(self.hr))
        self.assertEqual(form.period_id, self.period)
        self.assertEqual(form.decision_count, 2)
        form.department_id = self.unit
        self.assertEqual(form.decision_count, 1)

    def test_it_holds_every_sheet_what_was_frozen_and_the_lists(self):
        archive = self._zip(self.hr, self._wizard(self.hr))
        names = archive.namelist()
        for decision in self.sheets[self.staff].decision_ids:
            name = f"{decision.number:05} {decision.employee_name}"
            paper = Paper(archive.read(f"phieu/{name}.pdf")).text
            self.assertIn(decision.hash, paper.replace(" ", ""))
            frozen = archive.read(f"du-lieu/{name}.json")
            self.assertEqual(json.loads(frozen), json.loads(decision.snapshot))
        self.assertIn("danh-sach-tong-hop.pdf", names)
        self.assertIn("thong-bao-cong-khai.pdf", names)

    def test_the_index_and_the_sums_lead_to_every_file(self):
        archive = self._zip(self.hr, self._wizard(self.hr))
        sums = dict(
            reversed(line.split("  ", 1))
            for line in archive.read("SHA256SUMS").decode().splitlines()
        )
        self.assertEqual(set(sums), set(archive.namelist()) - {"SHA256SUMS"})
        for name, total in sums.items():
            self.assertEqual(sha256(archive.read(name)).hexdigest(), total, name)
        book = openpyxl.load_workbook(io.BytesIO(archive.read("muc-luc.xlsx")))
        _head, *rows = book.active.iter_rows(values_only=True)
        found = {row[0]: row for row in rows}
        for decision in self.env["kpi.decision"].search(
            [("period_id", "=", self.period.id)]
        ):
            row = found[decision.number]
            self.assertEqual(row[2], decision.employee_name)
            self.assertEqual(row[7], sums[row[6]])
            self.assertEqual((row[9], row[10]), (decision.hash, decision.previous_hash))

    def test_a_unit_is_archived_alone_under_a_name_that_a_disk_takes(self):
        archive = self._wizard(self.hr, department_id=self.unit.id)
        names = self._zip(self.hr, archive).namelist()
        self.assertTrue(any(self.staff.name in name for name in names))
        self.assertFalse(any(self.colleague.name in name for name in names))
        self.assertNotIn("danh-sach-tong-hop.pdf", names)
        self.assertIn("Tổ 1 2 Văn phòng.zip", archive._file_name())

    def test_nobody_takes_along_what_they_may_not_read(self):
        stranger = self._person("Vô Can", "head", INTERNAL).user_id
        mine = self._wizard(stranger)
        with self.assertRaisesRegex(UserError, "Nothing of this month"):
            mine.action_download()
        others = self._wizard(self.hr)
        self.authenticate(stranger.login, stranger.login)
        self.assertEqual(
            self.url_open(f"/kpi/archive/{others.id}/zip").status_code, 404
        )
