"""A person of the agency in the portal, with the forms of their month."""

from lxml import html

from .common import KpiHttpCase


class PortalCase(KpiHttpCase):
    """Two products of the month for An, one for Bình, and their sheets."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.users"].search(
            [("company_id", "=", cls.company.id)]
        ).lang = "en_US"
        cls.work = cls._give(cls.staff, "K1", 3)
        cls.foreign_work = cls._give(cls.colleague, "K1", 2)
        sheets = cls._open()
        cls.sheet, cls.foreign_sheet = sheets[cls.staff], sheets[cls.colleague]
        cls.url = f"/my/kpi/{cls.period.id}"
        cls.task_url = f"{cls.url}/task/{cls.work.id}"
        cls.hand_in_url = f"{cls.task_url}/hand-in"
        cls.assess_url = f"{cls.url}/self-assessment"

    def setUp(self):
        super().setUp()
        self._log_in(self.staff.user_id)

    def _log_in(self, user):
        self.authenticate(user.login, user.login)

    def _page(self, url=None):
        response = self.url_open(url or self.url)
        self.assertEqual(response.status_code, 200)
        return html.fromstring(response.text)

    def _form(self, url):
        """What the form for a URL would send as it stands on its page."""
        page = self.task_url if url.startswith(self.task_url) else self.url
        (form,) = self._page(page).xpath(
            f"//form[@action='{url}' or starts-with(@action, '{url}#')]"
        )
        return {
            field.get("name"): field.value or ""
            for field in form.xpath(".//input[not(@type='file')] | .//textarea")
        }

    def _send(self, url, files=None, **typed):
        values = self._form(url) | typed
        return self.url_open(url, values, files=files, allow_redirects=False)

    def _error(self, response):
        """The sentence with which a form came back."""
        self.assertEqual(response.status_code, 200)
        page = html.fromstring(response.text)
        return page.xpath("string(//*[@role='alert'])").strip()

    def _lines(self):
        return self.sheet.criterion_ids

    def _points(self, text):
        """The form's input names with a text for each criterion."""
        return {f"points_{line.id}": text for line in self._lines()}
