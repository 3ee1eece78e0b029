"""How often somebody may ask a server for something; plain Python, no Odoo."""

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil
from threading import Lock
from typing import NamedTuple


class Answer(NamedTuple):
    """0, or after how many seconds to ask again; whether that is news."""

    wait: int
    is_first_refusal: bool = False


@dataclass
class Bucket:
    """What somebody may still ask for now, and since when they are being refused."""

    tokens: float
    filled_at: float
    is_refused: bool = False


class Throttle:
    """A bucket of tokens for everybody who asks: a burst at once, then some a second.

    The buckets live in the memory of one process. Of more askers than it has room for,
    whoever asked longest ago is forgotten, and begins with a full bucket.

    >>> throttle = Throttle(burst=2, rate=1, room=100)
    >>> [throttle.ask("An", now=0).wait for _time in range(3)]
    [0, 0, 1]
    >>> throttle.ask("Bình", now=0).wait, throttle.ask("An", now=1).wait
    (0, 0)
    """

    def __init__(self, burst, rate, room):
        self.burst = burst
        self.rate = rate
        self.room = room
        self._buckets = OrderedDict()
        self._lock = Lock()

    def __len__(self):
        return len(self._buckets)

    def ask(self, who, now):
        """Take a token at a moment, in seconds of a clock that never goes back."""
        with self._lock:
            bucket = self._buckets.setdefault(who, Bucket(self.burst, now))
            self._buckets.move_to_end(who)
            if len(self._buckets) > self.room:
                self._buckets.popitem(last=False)
            self._refill(bucket, now)
            return self._take(bucket)

    def _refill(self, bucket, now):
        seconds = max(now - bucket.filled_at, 0)
        bucket.tokens = min(bucket.tokens + seconds * self.rate, self.burst)
        bucket.filled_at = max(now, bucket.filled_at)
        if bucket.tokens == self.burst:
            bucket.is_refused = False

    def _take(self, bucket):
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return Answer(0)
        is_news = not bucket.is_refused
        bucket.is_refused = True
        return Answer(ceil((1 - bucket.tokens) / self.rate), is_news)
