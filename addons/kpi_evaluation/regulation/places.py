"""The lines of Điều 9 and the places of people, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One line of Điều 9; empty sets speak of everybody."""

    key: int
    evaluator: str
    positions: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    evaluator_position: str = ""
    body_kind: str = ""

    def speaks_of(self, person: "Person", kind: str) -> bool:
        """Tell whether the line is about a person working in a unit of that kind."""
        return (
            (not self.positions or bool(self.positions & person.positions))
            and not self.excluded & person.positions
            and (not self.kinds or kind in self.kinds)
            and (not self.categories or person.category in self.categories)
        )


@dataclass(frozen=True)
class Person:
    """Somebody's place on a day; `leader` gives them their work."""

    key: int
    agency: int
    unit: int | None = None
    category: str = ""
    positions: frozenset[str] = frozenset()
    leader: int | None = None


@dataclass(frozen=True)
class Unit:
    """A unit with its effective kind; `is_agency` marks where an agency begins."""

    key: int
    parent: int | None = None
    kind: str = ""
    is_agency: bool = False


@dataclass(frozen=True)
class Body:
    """A collective; `stand_in` signs where its chair is the one judged."""

    key: int
    chair: int
    stand_in: int | None = None


@dataclass(frozen=True)
class Position:
    """A named position; without a holder of its own it belongs to the head or deputy
    (`category`) of the units of `kind`. `scope`: "agency" or "province"."""

    code: str
    scope: str = "agency"
    kind: str = ""
    category: str = ""


@dataclass(frozen=True)
class Authority:
    """Who judges a person, by which line, and what is to be said about it.

    `remarks` are (code, subject) pairs; without `evaluator`, `body` or `external`
    nobody was found and the last remark says what is missing.
    """

    line: int | None = None
    evaluator: int | None = None
    body: int | None = None
    external: bool = False
    remarks: tuple[tuple[str, int | str | None], ...] = ()

    @property
    def is_found(self) -> bool:
        """Tell whether somebody judges the person, here or elsewhere."""
        return self.external or bool(self.evaluator or self.body)
