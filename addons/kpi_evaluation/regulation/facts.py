"""What is known of a person's month, checked on the way in."""

from dataclasses import dataclass, fields
from fractions import Fraction
from functools import cached_property
from typing import Literal

from .grading import GRADES
from .values import Number, exact

Choice = Literal["full", "reduced"] | None


@dataclass(frozen=True)
class Product:
    """One assignment: k = coefficient, N = assigned and M = completed quantity.

    `faults` and `lates` count what no confirmed objective cause excuses; `extra` is
    work outside the base, ad hoc or taken over (Điều 15.1.d). k and N are above 0,
    M and the counts not below; anything else raises ValueError.
    """

    coefficient: Number
    assigned: Number
    completed: Number
    faults: int = 0
    lates: int = 0
    extra: bool = False

    def __post_init__(self):
        for name in ("coefficient", "assigned"):
            if _set_exact(self, name) <= 0:
                raise ValueError(f"{name} must be above zero")
        for name in ("completed", "faults", "lates"):
            if _set_exact(self, name) < 0:
                raise ValueError(f"{name} cannot be below zero")
        if self.faults.denominator != 1 or self.lates.denominator != 1:
            raise ValueError("faults and lates are counted in whole numbers")

    @cached_property
    def worth(self) -> Fraction:
        """k·N, in standard units."""
        return self.coefficient * self.assigned

    @cached_property
    def done(self) -> Fraction:
        """k·M, in standard units; more than assigned counts as assigned."""
        return self.coefficient * min(self.completed, self.assigned)

    @cached_property
    def finished(self) -> Fraction:
        """1 when all that was assigned is completed, else 0."""
        return Fraction(self.completed >= self.assigned)


@dataclass(frozen=True)
class WorkSum:
    """Many products of equal faults and lates as one sum, in standard units.

    `worth` is Σ k·N and `done` Σ k·min(M, N); `finished` counts those completed in
    full. Sums below 0, or more done than assigned, raise ValueError.
    """

    worth: Number
    done: Number
    faults: int = 0
    lates: int = 0
    extra: bool = False
    finished: Number = 0

    def __post_init__(self):
        for name in ("worth", "done", "faults", "lates", "finished"):
            if _set_exact(self, name) < 0:
                raise ValueError(f"{name} cannot be below zero")
        if self.done > self.worth:
            raise ValueError("no more can be done than was assigned")


@dataclass(frozen=True)
class LeaderFacts:
    """What a leader is judged by beside the own products (Điều 12.1.b, 12.3).

    `subordinate_grades`: the grade by points of everyone led who counts, None for one
    not yet settled (`waiting_for` names them); None for all when it is not known whom
    a deputy leads. `directed`: the work of those led. `organising` and `unity`: "full"
    or "reduced" as the evaluator chose, None before. ValueError otherwise.
    """

    subordinate_grades: tuple[str | None, ...] | None
    organising: Choice = None
    unity: Choice = None
    directed: tuple[WorkSum, ...] = ()
    waiting_for: str = ""

    def __post_init__(self):
        if self.subordinate_grades is not None:
            grades = tuple(self.subordinate_grades)
            object.__setattr__(self, "subordinate_grades", grades)
            if unknown := set(grades) - {*GRADES, None}:
                raise ValueError(f"no such grades: {unknown}")
        for choice in (self.organising, self.unity):
            if choice not in ("full", "reduced", None):
                raise ValueError(f"choose full or reduced, not {choice!r}")


@dataclass(frozen=True)
class Mark:
    """Points for one general criterion, 0 to its maximum; None = not given yet."""

    points: Number | None
    maximum: Number
    code: str = ""

    def __post_init__(self):
        maximum = _set_exact(self, "maximum")
        if maximum <= 0:
            raise ValueError(f"{self.code or 'criterion'}: maximum must be above zero")
        if self.points is not None and not 0 <= _set_exact(self, "points") <= maximum:
            raise ValueError(
                f"{self.code or 'criterion'}: {self.points} is not within 0..{maximum}"
            )


@dataclass(frozen=True)
class SupportMarks:
    """A support worker's three marks in percent, 0 to 100; None = not given yet."""

    work_quality: Number | None = None
    compliance: Number | None = None
    effectiveness: Number | None = None

    def __post_init__(self):
        for name, value in self.items():
            if value is not None and not 0 <= _set_exact(self, name) <= 100:
                raise ValueError(f"{name}: {value} is not within 0..100 percent")

    def items(self) -> tuple[tuple[str, Fraction | None], ...]:
        """Return the marks by name."""
        return tuple((one.name, getattr(self, one.name)) for one in fields(self))


def _set_exact(fact, name):
    try:
        value = exact(getattr(fact, name))
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error
    object.__setattr__(fact, name, value)
    return value
