"""A person with a phone: opens pages, types and taps in a real Chromium."""

import time
from json import dumps

from odoo.tests.common import ChromeBrowser

# The last thing that a page of the portal fetches before its scripts are at work.
STARTED = (
    "document.readyState === 'complete' && performance.getEntriesByType('resource')"
    ".some(one => one.name.includes('/translations'))"
)
TARGETS = "a, button, summary, input:not([type=hidden]), textarea"
SIGNAL = "nothing waits for this"


class Phone:
    """Chromium in the size of the test case, driven by input events."""

    def __init__(self, case, login=None):
        self.case = case
        self.started = STARTED
        self.browser = ChromeBrowser(case, success_signal=SIGNAL)
        case.addCleanup(self.browser.stop)
        case.authenticate(login, login, browser=self.browser)

    def disable_scripts(self):
        self.started = "document.readyState === 'complete'"
        self._ask("Emulation.setScriptExecutionDisabled", value=True)

    def open(self, path):
        self.browser.navigate_to(self.case.base_url() + path, wait_stop=True)
        self._until(self._is_ready, self.started)

    def _is_ready(self):
        """Whether the page is at work; leaving it before would be an error to it."""
        return self._run(self.started)

    def leave(self):
        """Close the page, so to speak, without asking the server for another."""
        self._run("setTimeout(() => location.replace('about:blank'), 100)")
        time.sleep(1)

    def log_in(self, user):
        self.open("/web/login")
        self.type("#login", user.login)
        self.type("#password", user.login)
        self.tap("form.oe_login_form button[type=submit]")
        self._find(".o_portal_my_home")

    def type(self, selector, text):
        """Replace what stands in a field."""
        self._find(selector)
        self._run(f"document.querySelector({dumps(selector)}).select()")
        self._ask("Input.insertText", text=text)

    def choose(self, selector, value):
        """Choose an entry of a list by its value."""
        self._find(selector)
        self._set(selector, value)

    def set_day(self, selector, day):
        """Give a day, which is typed in parts that depend on the browser."""
        self._find(selector)
        self._set(selector, day)

    def _set(self, selector, value):
        self._run(f"document.querySelector({dumps(selector)}).value = {dumps(value)}")

    def tap(self, selector):
        x, y = self._find(selector)
        touch = {"x": x, "y": y, "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", type=kind, **touch)

    def press_enter_on(self, selector):
        """Reach something with the keyboard and press it."""
        self._find(selector)
        self._run(f"document.querySelector({dumps(selector)}).focus()")
        key = {"key": "Enter", "code": "Enter", "text": "\r"}
        self._ask(
            "Input.dispatchKeyEvent", type="keyDown", windowsVirtualKeyCode=13, **key
        )
        self._ask(
            "Input.dispatchKeyEvent",
            type="keyUp",
            windowsVirtualKeyCode=13,
            key="Enter",
        )

    def choose_file(self, selector, path):
        root = self._ask("DOM.getDocument")["root"]["nodeId"]
        node = self._ask("DOM.querySelector", nodeId=root, selector=selector)
        self._ask("DOM.setFileInputFiles", files=[str(path)], nodeId=node["nodeId"])

    def text(self, selector="body"):
        return self._run(f"document.querySelector({dumps(selector)})?.innerText") or ""

    def wait_for(self, text, selector="body"):
        self._until(lambda: text in self.text(selector), f"“{text}”")
        return self._until(self._is_ready, self.started)

    def come_to_rest(self):
        """Wait until the page has fetched what it needs."""
        self._until(lambda: self._run(self.started), self.started)
        self.case._wait_remaining_requests()

    def is_as_wide_as_the_screen(self):
        root = "document.documentElement"
        return self._run(f"{root}.scrollWidth <= {root}.clientWidth")

    def too_small_targets(self, within, pixels=44):
        """The things to touch that are lower than a finger needs."""
        return self._run(
            f"[...document.querySelector({dumps(within)}).querySelectorAll('{TARGETS}')]"
            f".filter(e => e.offsetParent && e.offsetHeight < {pixels})"
            ".map(e => e.outerHTML.slice(0, 90))"
        )

    def unlabelled_fields(self):
        return self._run(
            "[...document.querySelectorAll('input:not([type=hidden]), textarea')]"
            ".filter(e => !e.labels.length && !e.ariaLabel).map(e => e.name)"
        )

    def misfits(self, within=".o_kpi_portal"):
        """What a finger misses, what has no label, what is wider than the screen."""
        # A box to tick has a whole line to touch: its label.
        small = self.too_small_targets(within)
        found = [one for one in small if 'type="checkbox"' not in one]
        wide = [] if self.is_as_wide_as_the_screen() else ["wider than the screen"]
        return found + self.unlabelled_fields() + wide

    def press(self, key, code):
        """Press a key that types nothing, such as Tab."""
        for kind in ("rawKeyDown", "keyUp"):
            self._ask(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode=code,
            )

    def focused(self):
        """What the keyboard has reached, and whether one sees it."""
        return self._run(
            "(e => ({id: e.id, name: e.name || '', tag: e.tagName,"
            " isSeen: getComputedStyle(e).outlineStyle !== 'none'"
            " || getComputedStyle(e).boxShadow !== 'none'}))(document.activeElement)"
        )

    def lose_connection(self, is_lost=True):
        self._ask("Network.enable")
        self._ask(
            "Network.emulateNetworkConditions",
            offline=is_lost,
            latency=0,
            downloadThroughput=-1,
            uploadThroughput=-1,
        )

    def value(self, selector):
        return self._run(f"document.querySelector({dumps(selector)})?.value")

    def unfold(self):
        """Open whatever the page has folded."""
        self._run("document.querySelectorAll('details').forEach(e => (e.open = true))")

    def barriers(self, axe):
        """[(rule, element)] that axe-core finds serious or critical on the page."""
        self._until(self._is_ready, self.started)
        self._run(axe)
        answer = self._ask(
            "Runtime.evaluate",
            expression="axe.run(document, {resultTypes: ['violations']}).then(found =>"
            " found.violations.filter(one => ['serious', 'critical'].includes("
            "one.impact)).flatMap(one => one.nodes.map(node => `${one.id}: "
            "${node.html.slice(0, 120)} ${node.failureSummary.slice(-120)}`)))",
            awaitPromise=True,
            returnByValue=True,
        )
        return answer["result"]["value"]

    def _find(self, selector):
        """Scroll to something on a page that is ready, and return its middle."""
        self._until(self._is_ready, self.started)
        return self._until(
            lambda: self._run(
                f"(e => {{ if (!e?.offsetParent) return null;"
                " e.scrollIntoView({block: 'center', behavior: 'instant'});"
                " const {x, y, width, height} = e.getBoundingClientRect();"
                " return [x + width / 2, y + height / 2]; })"
                f"(document.querySelector({dumps(selector)}))"
            ),
            selector,
        )

    def _until(self, found, what):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            answer = found()
            if answer:
                return answer
            time.sleep(0.1)
        return self.case.fail(f"{what} not found in: {self.text()[:1500]}")

    def _run(self, code):
        answer = self._ask("Runtime.evaluate", expression=code, returnByValue=True)
        return answer.get("result", {}).get("value")

    def _ask(self, method, **params):
        return self.browser._websocket_request(method, params=params)
