"""Somebody at a desk: the back end in a real Chromium, one user after the other."""

import time
from json import dumps

from .phone import Phone

FETCHED = "performance.getEntriesByType('resource').length"
SETTLED_SECONDS = 0.5


class Office(Phone):
    """A browser that people of one office use in turn, with forms of the back end."""

    def become(self, login):
        self.settle()
        self.case.authenticate(login, login, browser=self.browser)

    def settle(self):
        """Wait until the page fetches nothing more; what is cut off is an error."""
        if self._run("location.href") != "about:blank":
            self._until(lambda: self._run(self.started), self.started)
        seen = -1
        while seen != (now := self._run(FETCHED)):
            seen = now
            time.sleep(SETTLED_SECONDS)
            self.case._wait_remaining_requests()

    def open(self, path):
        self.settle()
        super().open(path)

    def press(self, name, confirm=False):
        """Press a button of the form's header, and yes to its question."""
        self.tap(f".o_statusbar_buttons button[name={name}]")
        if confirm:
            self.tap(".modal-footer .btn-primary")

    def turn_to(self, page):
        self.tap(f".o_notebook_headers a[name={page}]")

    def choose(self, field, name):
        """Choose a record by its name in a line that is being written."""
        item = ".o-autocomplete--dropdown-item:first-child"
        self.type(f"tr.o_selected_row td[name={field}] input", name)
        self.wait_for(name, item)
        self.tap(f"{item} a")
        menu = _there(".o-autocomplete--dropdown-menu")
        self._until(lambda: self._run(f"!{menu}"), name)

    def save(self):
        self.tap(".o_form_button_save")
        self._until(self._is_saved, "saved")

    def _is_saved(self):
        """Whether nothing is left to save; a busy form that missed a press gets one."""
        press = f"{_there('.o_form_button_save')}?.click()"
        return self._run(f"!{_there('.o_form_dirty')} || void {press}")

    def column(self, list_name, field):
        """The texts of a column of a list in a form, from above."""
        cells = f"div[name={list_name}] tr.o_data_row td[name={field}]"
        return self._run(
            f"[...document.querySelectorAll({dumps(cells)})].map(one => one.innerText)"
        )


def _there(selector):
    return f"document.querySelector({dumps(selector)})"
