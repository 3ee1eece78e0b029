"""The coefficient that converts a product into standard units (Điều 10.3)."""

import math
from fractions import Fraction

from .rulebook import Rulebook
from .values import Number, exact


def coefficient_of(
    points: Number, standard_points: Number, rulebook: Rulebook
) -> Fraction:
    """Return a product's points over the standard's, rounded as the rules say.

    Points of zero or less raise ValueError, and so does a coefficient that rounding
    would turn into zero: such a product could never count. Điều 10.3.
    """
    part, whole = exact(points), exact(standard_points)
    if part <= 0 or whole <= 0:
        raise ValueError(f"points must be above zero: {points} over {standard_points}")
    scale = Fraction(f"1e{rulebook.coefficient_decimals}")
    up = Fraction(1, 2) if rulebook.coefficient_rounding == "half_up" else 0
    coefficient = math.floor(part / whole * scale + up) / scale
    if not coefficient:
        raise ValueError(f"{points} over {standard_points} rounds to zero")
    return coefficient
