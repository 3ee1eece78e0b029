"""A leader at a desk: the back end in a wide Chromium, with a mouse and a keyboard."""

from json import dumps

from .phone import Phone

# The web client is at work; what the address asked for is waited for by its name.
STARTED = "!!document.querySelector('.o_main_navbar')"


class Desk(Phone):
    """Chromium in the size of a desk; things are named by what is written on them."""

    SIZE = "1400x900"

    def __init__(self, case):
        size, touch = case.browser_size, case.touch_enabled
        case.browser_size, case.touch_enabled = self.SIZE, False
        case.session = None  # that of the other screen lives on
        super().__init__(case)
        case.browser_size, case.touch_enabled = size, touch

    def log_in(self, user):
        self.open("/web/login")
        self.type("#login", user.login)
        self.type("#password", user.login)
        self.tap("form.oe_login_form button[type=submit]")
        self.started = STARTED
        self._find(".o_main_navbar")

    def tap_named(self, text, within="body"):
        """Press the button, link or card on which a text stands."""
        mark = (
            f"(a => {{ const all = [...document.querySelectorAll({dumps(within)})]"
            ".flatMap(e => [...e.querySelectorAll('button, a, [role=menuitem]')]);"
            " document.querySelectorAll('[data-named]')"
            ".forEach(e => e.removeAttribute('data-named'));"
            " const found = all.find(e => e.offsetParent && e.innerText.trim() === a);"
            " found?.setAttribute('data-named', ''); return !!found; })"
        )
        self._until(lambda: self._run(f"{mark}({dumps(text)})"), f"“{text}”")
        self.tap("[data-named]")

    def wait_until_gone(self, selector):
        found = f"!document.querySelector({dumps(selector)})"
        return self._until(lambda: self._run(found), f"{selector} to be gone")
