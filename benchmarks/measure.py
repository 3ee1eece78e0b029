"""Time and queries of a block of ORM work, from an empty cache to all stored."""

import gc
from collections import defaultdict
from contextlib import contextmanager
from statistics import median
from time import perf_counter


class Measure:
    """``with measure("name"):`` adds a sample; medians are asked for by name."""

    def __init__(self, env):
        self.env = env
        self.samples = defaultdict(list)
        self.most = 0

    def clear(self):
        """Forget the samples of the warm-up."""
        self.samples.clear()
        self.most = 0

    @contextmanager
    def __call__(self, name):
        """Measure a block; what it leaves in the cache is flushed within."""
        self.env.flush_all()
        self.env.invalidate_all()
        gc.collect()
        queries, start = self.env.cr.sql_log_count, perf_counter()
        yield
        self.env.flush_all()
        self.most = max(self.most, resident())
        took = (perf_counter() - start) * 1000
        self.samples[name].append((took, self.env.cr.sql_log_count - queries))

    def milliseconds(self, name):
        """The median time of the samples of a name."""
        return median(took for took, _queries in self.samples[name])

    def queries(self, name):
        """The median number of queries of the samples of a name."""
        return median(queries for _took, queries in self.samples[name])


def resident():
    """The memory of this process now, in MB."""
    with open("/proc/self/status", encoding="ascii") as status:
        (line,) = (line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024
