"""People with a browser: many at once, each waiting and thinking as people do."""

import asyncio
import random
import re
import time
from collections import defaultdict
from urllib.parse import urlencode

from .served import ADDRESS

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
POINTS = re.compile(r'name="(points_\d+)" value="[^"]*" data-max="([^"]+)"')
GIVE_UP_SECONDS = 120


class Timings:
    """How long each kind of page took, and what went wrong."""

    def __init__(self):
        self.seconds = defaultdict(list)
        self.errors = defaultdict(list)

    def add(self, name, seconds, error):
        self.seconds[name].append(seconds)
        if error:
            self.errors[name].append(error)

    def all(self):
        return [one for some in self.seconds.values() for one in some]


class Visitor:
    """One person who is logged in; keeps nothing but the cookie, as a phone does."""

    def __init__(self, port, session, timings):
        self.port = port
        self.session = session
        self.timings = timings

    async def get(self, name, path):
        return await self._request(name, "GET", path, "")

    async def post(self, name, path, values):
        return await self._request(name, "POST", path, urlencode(values))

    async def submit(self, name, path, page):
        """Hand in the self-assessment with all points, from the page it stands on."""
        values = dict(POINTS.findall(page))
        values |= {"csrf_token": TOKEN.search(page)[1], "step": "hand_in"}
        values |= {"strengths": "Đúng hạn", "weaknesses": "Không"}
        return await self.post(name, path, values)

    async def _request(self, name, method, path, body):
        start, error, text = time.monotonic(), "", ""
        try:
            exchange = self._exchange(method, path, body.encode())
            status, text = await asyncio.wait_for(exchange, GIVE_UP_SECONDS)
            wanted = 200 if method == "GET" else 303
            error = "" if status == wanted else f"{status} instead of {wanted}"
        except (OSError, TimeoutError, ValueError) as problem:
            error = repr(problem)
        self.timings.add(name, time.monotonic() - start, error)
        return text

    async def _exchange(self, method, path, body):
        reader, writer = await asyncio.open_connection(ADDRESS, self.port)
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: {ADDRESS}:{self.port}\r\n"
            f"Cookie: session_id={self.session}\r\nConnection: close\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        try:
            writer.write(head.encode() + body)
            answer = await reader.read()
        finally:
            writer.close()
        if not answer:
            raise ConnectionError("no answer")
        header, _blank, content = answer.partition(b"\r\n\r\n")
        return int(header.split(maxsplit=2)[1]), content.decode(errors="replace")


async def evening(visitor, month, think):
    """The last evening: look at the month, assess oneself, hand it in, look again.

    ``think``: (fewest, most) seconds between two pages; people come one by one.
    """
    await asyncio.sleep(random.uniform(0, think[1]))
    await visitor.get("/my", "/my")
    await _pause(think)
    await visitor.get("months", "/my/kpi")
    await _pause(think)
    page = await visitor.get("month", month)
    await _pause(think)
    if not TOKEN.search(page):
        visitor.timings.errors["month"].append("no form to hand in")
        return
    await visitor.submit("submission", f"{month}/self-assessment", page)
    await visitor.get("month after it", month)


async def _pause(think):
    await asyncio.sleep(random.uniform(*think))


async def crowd(port, people, month, think):
    """Let all these people spend their evening; their timings."""
    timings = Timings()
    visitors = (Visitor(port, session, timings) for session in people)
    await asyncio.gather(*(evening(one, month, think) for one in visitors))
    return timings
