"""Every form as a picture, in state and in party style, beside the kept ones."""

from PIL import ImageDraw

from .areas.income import scale
from .common import INTERNAL, PORTAL
from .paper import printed
from .pictures import MOST_ALL_OVER, MOST_IN_A_PART, apart, difference, page
from .plan_case import PlanCase

STYLES = {"state": "kind_xa_ubnd", "party": "kind_xa_dang"}


class TestFormPictures(PlanCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.city = "Tân Cương"
        cls.head.job_title = "Chủ tịch"
        cls.staff.job_title = "Chuyên viên"
        cls.deputy = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls.worker = cls._person("Bùi Văn Lực", "contract", PORTAL, cls.deputy)
        cls.chief = cls._person("Lâm Thị Trưởng Phòng", "head", INTERNAL, cls.head)
        people = cls.deputy | cls.worker | cls.chief
        people.department_id = cls.unit
        cls.plan = cls._own_plan(cls.colleague, cls._line("K1", 2), cls._line("K2", 1))
        cls._approve(cls.plan)
        for person in people | cls.staff:
            cls._deliver(cls._give(person, name="Trả lời kiến nghị của cử tri"))
        cls.sheets = cls._open()
        cls._until(cls.sheets[cls.staff], "published")
        cls._hold_a_meeting()
        cls.year = cls._year()
        scale(cls).with_user(cls.hr).action_approve()
        incomes = cls.env["kpi.income.run"].with_user(cls.hr)
        cls.income = incomes.create({"period_id": cls.period.id, "fund": 12_345_678})
        cls.income.action_count()
        cls.province = cls._province()

    @classmethod
    def _hold_a_meeting(cls):
        body = cls.env["kpi.body"].create(
            {
                "name": "Tập thể lãnh đạo",
                "kind": "tap_the_lanh_dao",
                "company_id": cls.company.id,
                "chair_id": cls.head.id,
                "secretary_id": cls.officer.id,
                "member_ids": [(6, 0, cls.deputy.ids)],
            }
        )
        sheet = cls.sheets[cls.colleague]
        cls._self_assess(sheet)
        sheet._set_copied({"body_id": body.id, "evaluator_id": cls.head.id})
        cls.env["kpi.session"]._ensure(cls.period)
        cls.meeting = cls.env["kpi.session"].search([("body_id", "=", body.id)])
        minutes = cls.meeting.with_user(cls.hr)
        minutes.action_list_members()
        minutes.attendee_ids.is_present = True
        minutes.write({"held_on": "2026-07-10 02:00:00", "place": "Phòng họp 1"})
        cls._review(sheet)
        minutes.conclusion = "Thống nhất mức xếp loại như biểu quyết."

    @classmethod
    def _year(cls):
        months = [
            {"month": f"{month:02}/2026", "total": "88.5", "grade": "b"}
            for month in range(6, 13)
        ]
        return cls.env["kpi.rollup"].create(
            {
                "employee_id": cls.staff.id,
                "employee_name": cls.staff.name,
                "job_title": cls.staff.job_title,
                "department_name": cls.unit.name,
                "company_id": cls.company.id,
                "span": "year",
                "date_start": "2026-01-01",
                "date_end": "2026-12-01",
                "month_count": len(months),
                "mean_score": 88.5,
                "grade": "b",
                "months": months,
            }
        )

    @classmethod
    def _province(cls):
        month = cls.period.date_start
        cls.env["kpi.outside.month"].create(
            [
                {
                    "agency": "Bảo hiểm xã hội tỉnh",
                    "org_kind_id": cls.env.ref("kpi_evaluation.kind_nganh_doc").id,
                    "date_start": month,
                    "position_category": category,
                    "a_count": people // 6,
                    "b_count": people,
                    "c_count": people // 12,
                    "document": "215/BC-BHXH",
                }
                for category, people in (("head", 8), ("deputy", 12), ("staff", 66))
            ]
        )
        reports = cls.env["kpi.province.report"].with_company(cls.company)
        return reports.create({"date_from": month, "date_to": month})

    def _forms(self):
        """{name: (records, report)} of every form."""
        sheets = {
            "mau-01": self.chief,
            "mau-02": self.deputy,
            "mau-03": self.staff,
            "mau-04": self.worker,
        }
        week = self.env["kpi.schedule.print"].create({"employee_id": self.staff.id})
        return {
            name: (self.sheets[person], "appraisal") for name, person in sheets.items()
        } | {
            "danh-sach": (self.period, "summary"),
            "bieu-duong": (self.period, "commendation"),
            "thong-bao": (self.period, "publication"),
            "bien-ban": (self.meeting, "minutes"),
            "ke-hoach": (self.plan, "plan"),
            "lich-tuan": (week, "schedule"),
            "danh-muc": (self.items["K1"].catalogue_id, "catalogue"),
            "phieu-nam": (self.year, "year"),
            "thu-nhap": (self.income, "income"),
            "toan-tinh": (self.province, "province"),
        }

    def _in_style(self, style):
        kind = self.env.ref(f"kpi_evaluation.{STYLES[style]}")
        self._set_behind(self.unit, kpi_org_kind_id=kind.id)
        # What was decided keeps the style that it was decided in.
        return {"mau-03"} if style == "party" else set()

    def test_every_form_looks_as_the_one_that_was_looked_at(self):
        for style in STYLES:
            frozen = self._in_style(style)
            for name, (records, report) in self._forms().items():
                if name in frozen:
                    continue
                paper = printed(records, None, f"kpi_evaluation.report_kpi_{report}")
                with self.subTest(form=name, style=style):
                    self.assertEqual(
                        [round(side) for side in paper.size(0)], [210, 297]
                    )
                    self._check_fonts(paper)
                    self._check_margins(paper)
                    all_over, worst = difference(paper.content, f"{name}-{style}")
                    self.assertLess(all_over, MOST_ALL_OVER)
                    self.assertLess(worst, MOST_IN_A_PART)

    def _check_fonts(self, paper):
        for one in paper.pages:
            for font in one["/Resources"]["/Font"].values():
                inner = font.get_object()
                for part in inner.get("/DescendantFonts", [inner]):
                    described = part.get_object()["/FontDescriptor"].get_object()
                    self.assertTrue(
                        {"/FontFile", "/FontFile2", "/FontFile3"} & set(described),
                        "a font is not embedded",
                    )

    def _check_margins(self, paper):
        for number in range(len(paper.pages)):
            places = paper.places(number)
            if number:
                places.pop(0)
            self.assertGreater(min(x for _text, x, _y in places), 29)
            self.assertLess(max(x for _text, x, _y in places), 195)
            self.assertGreater(min(y for _text, _x, y in places), 20)

    def test_a_lost_column_is_seen(self):
        content = printed(
            self.period, None, "kpi_evaluation.report_kpi_summary"
        ).content
        whole = page(content)
        torn = whole.copy()
        width, height = whole.size
        column = (width * 0.2, height * 0.2, width * 0.33, height * 0.75)
        ImageDraw.Draw(torn).rectangle(column, fill=255)
        self.assertGreater(apart(whole, torn)[1], MOST_IN_A_PART)
