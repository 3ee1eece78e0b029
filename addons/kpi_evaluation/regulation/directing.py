"""What the work of the people led counts for whoever leads them (Điều 12.1.b)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from .facts import Product, WorkSum
from .rulebook import Rulebook


def summed(products: Iterable[Product]) -> tuple[WorkSum, ...]:
    """Return products as sums, one for each number of faults and lates.

    A sum counts for every ratio exactly what its products count together.

    >>> summed([Product(2, 3, 1), Product(1, 4, 9)])[0].done
    Fraction(6, 1)
    """
    alike = defaultdict(list)
    for one in products:
        alike[one.faults, one.lates, one.extra].append(one)
    return tuple(
        WorkSum(
            sum(one.worth for one in some),
            sum(one.done for one in some),
            faults,
            lates,
            extra,
            sum(one.finished for one in some),
        )
        for (faults, lates, extra), some in alike.items()
    )


def directing_part(sums: Iterable[WorkSum], rulebook: Rulebook) -> tuple[WorkSum, ...]:
    """Return the part of other people's work that counts for their leader.

    Nothing where only the own work counts (`leader_sources`); else `directing_share`
    of each unit, the work beyond the plan only where `directing_extra` says so.
    """
    if rulebook.leader_sources == "direct":
        return ()
    share = rulebook.directing_share / 100
    return tuple(
        replace(
            one,
            worth=one.worth * share,
            done=one.done * share,
            finished=one.finished * share,
        )
        for one in sums
        if not one.extra or rulebook.directing_extra == "counted"
    )
