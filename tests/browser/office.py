"""Somebody at a desk: the back end in a real Chromium, one user after the other."""

from json import dumps

from .phone import Phone


class Office(Phone):
    """A browser that people of one office use in turn, with forms of the back end."""

    def become(self, login):
        self.case.authenticate(login, login, browser=self.browser)

    def press(self, name, confirm=False):
        """Press a button of the form's header, and yes to its question."""
        self.tap(f".o_statusbar_buttons button[name={name}]")
        if confirm:
            self.tap(".modal-footer .btn-primary")

    def turn_to(self, page):
        self.tap(f".o_notebook_headers a[name={page}]")

    def choose(self, field, name):
        """Choose a record by its name in a line that is being written."""
        cell = f"tr.o_selected_row td[name={field}]"
        self.type(f"{cell} input", name)
        self.tap(".o-autocomplete--dropdown-item:not(.o_m2o_no_result) a")
        self._until(
            lambda: self._run(f"!{_there('.o-autocomplete--dropdown-menu')}"), name
        )

    def save(self):
        self.tap(".o_form_button_save")
        self._until(lambda: self._run(f"!{_there('.o_form_dirty')}"), "saved")

    def column(self, list_name, field):
        """The texts of a column of a list in a form, from above."""
        cells = f"div[name={list_name}] tr.o_data_row td[name={field}]"
        return self._run(
            f"[...document.querySelectorAll({dumps(cells)})].map(one => one.innerText)"
        )


def _there(selector):
    return f"document.querySelector({dumps(selector)})"
