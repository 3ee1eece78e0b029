"""Shares of a product worth many units, exact to the last decimal (Điều 15.1.c)."""

from collections.abc import Iterable
from fractions import Fraction

from .values import Number, exact


def left_over(total: Number, shares: Iterable[Number]) -> Fraction:
    """Return what the shares leave of the total; below zero when they exceed it.

    >>> left_over(1, [0.3333] * 3)
    Fraction(1, 10000)
    """
    return exact(total) - sum((exact(share) for share in shares), Fraction(0))


def even_shares(total: Number, number: int, decimals: int) -> list[Fraction]:
    """Return so many shares of a total that are alike and add up to it exactly.

    What cannot be divided within the decimals goes to the first.

    >>> [float(share) for share in even_shares(1, 3, 4)]
    [0.3334, 0.3333, 0.3333]
    """
    units = Fraction(f"1e{decimals}")
    share = Fraction(int(exact(total) * units / number)) / units
    return [exact(total) - share * (number - 1)] + [share] * (number - 1)
