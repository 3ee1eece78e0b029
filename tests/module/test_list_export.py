"""Any list of the add-on in Excel, by the button that Odoo has for it."""

import io
import json

import openpyxl

from odoo.http import Request

from .common import HR, KpiHttpCase

HOSTILE = ("=1+1", "+84", "-5%", "@SUM(A1)", '=HYPERLINK("http://a","b")', "0123")
COLUMNS = {
    "name": "Việc",
    "quantity": "Số lượng",
    "fault_count": "Sai sót",
    "coefficient": "Hệ số",
    "date_deadline": "Hạn",
}


class TestListExport(KpiHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work = [
            cls._give(person, quantity=index + 0.5, name=name)
            for index, name in enumerate(HOSTILE)
            for person in (cls.staff, cls.colleague)
        ]
        for faults, one in enumerate(cls.work):
            cls._set_behind(one, fault_count=faults)
        cls.faults = sum(range(len(cls.work)))

    def _export(self, login, groupby=(), columns=COLUMNS, model="kpi.assignment"):
        self.authenticate(login, login)
        fields = self.env[model]._fields
        asked = {
            "model": model,
            "fields": [
                {"name": name, "label": label, "type": fields[name].type}
                for name, label in columns.items()
            ],
            "ids": False,
            "domain": [("company_id", "=", self.company.id)],
            "groupby": list(groupby),
            "import_compat": False,
            "context": {"lang": "vi_VN"},
        }
        form = {"data": json.dumps(asked), "csrf_token": Request.csrf_token(self)}
        return self.url_open("/web/export/xlsx", data=form)

    def _sheet(self, response, **options):
        self.assertEqual(response.status_code, 200, response.text[:300])
        book = openpyxl.load_workbook(io.BytesIO(response.content), **options)
        return book.active

    def test_texts_stay_texts_numbers_and_days_are_real(self):
        sheet = self._sheet(self._export(self.hr.login))
        head, *rows, total = sheet.iter_rows()
        self.assertEqual([cell.value for cell in head], list(COLUMNS.values()))
        self.assertEqual({row[0].data_type for row in rows}, {"s"})
        self.assertEqual({row[0].value for row in rows}, set(HOSTILE))
        for row in rows:
            self.assertIsInstance(row[1].value, (int, float))
            self.assertEqual(row[4].value.date(), self.period.date_end)
            self.assertEqual(row[4].number_format, "dd/mm/yyyy")

    def test_the_sums_are_formulas_and_equal_the_database(self):
        response = self._export(self.hr.login)
        last = self._sheet(response).max_row
        total = self._sheet(response)[last]
        self.assertEqual(total[2].value, f"=SUBTOTAL(9,C2:C{last - 1})")
        shown = self._sheet(response, data_only=True)[last]
        self.assertEqual(shown[0].value, "Tổng cộng")
        self.assertEqual(shown[2].value, self.faults)
        for place, why in ((1, "units of different products"), (3, "coefficients")):
            self.assertIsNone(shown[place].value, f"{why} are not added up")

    def test_groups_have_their_own_sums_and_words_of_the_screen(self):
        sheet = self._sheet(
            self._export(self.hr.login, ["employee_id", "origin"]), data_only=True
        )
        titles = {row[0].value: row for row in sheet.iter_rows()}
        for person in (self.staff, self.colleague):
            mine = [one for one in self.work if one.employee_id == person]
            head = titles[f"{person.name} ({len(mine)})"]
            faults = sum(place for place, one in enumerate(self.work) if one in mine)
            self.assertEqual(head[2].value, faults)
        words = dict(
            self.env["kpi.assignment"]
            ._fields["origin"]
            ._description_selection(self.env(context={"lang": "vi_VN"}))
        )
        self.assertIn(f"{words[self.work[0].origin]} ({len(HOSTILE)})", titles)
        self.assertEqual(titles["Tổng cộng"][2].value, self.faults)

    def test_the_head_stays_and_the_print_is_set_up(self):
        sheet = self._sheet(self._export(self.hr.login))
        self.assertEqual(sheet.freeze_panes, "B2")
        self.assertEqual(sheet.print_title_rows, "$1:$1")
        self.assertEqual(sheet.page_setup.orientation, "landscape")
        self.assertEqual(sheet.page_setup.fitToHeight, 0)
        self.assertEqual(sheet.auto_filter.ref, f"A1:E{sheet.max_row - 1}")

    def test_nobody_exports_more_than_their_screen_shows(self):
        stranger = self._person(
            "Cán bộ nơi khác", "head", HR, company=self._agency("Xã B")
        )
        sheet = self._sheet(self._export(stranger.user_id.login))
        self.assertEqual(sheet.max_row, 1)
        refused = self._export(self.staff.user_id.login)
        self.assertGreaterEqual(refused.status_code, 400)
        self.assertNotIn(b"HYPERLINK", refused.content)

    def test_a_list_of_another_add_on_is_exported_as_odoo_does(self):
        response = self._export(
            self.hr.login, columns={"name": "Tên"}, model="hr.employee"
        )
        self.assertNotEqual(self._sheet(response).freeze_panes, "B2")
