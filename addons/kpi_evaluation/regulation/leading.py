"""Who leads whom in a month (Điều 12.3, 12.4), found from plain values."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

LEADERS = ("head", "deputy")


@dataclass(frozen=True, eq=False)
class Place:
    """Where a person stands in a month: who judges them, their unit, what they are.

    `field` holds the units that a deputy is in charge of; `state` and `grade` are how
    far the person's sheet has come and its class by points.
    """

    person: Hashable
    name: str = ""
    evaluator: Hashable = None
    unit: Hashable = None
    category: str = "staff"
    field: frozenset = frozenset()
    state: str = "draft"
    grade: str | None = None
    sheet: Hashable = None


class Hierarchy:
    """The people of one month, and whom each of those who lead is answerable for.

    A head leads all under them along the evaluators. A deputy leads these and the
    people of the units in their field, the units below included; but nobody leads
    whoever judges them, nor a deputy the other leaders of their own unit.
    """

    def __init__(self, places: Iterable[Place], parents: Mapping):
        """`parents`: {unit: the unit above it}."""
        self._places = {one.person: one for one in places}
        self._parents = parents
        self._judged, self._of_unit = defaultdict(list), defaultdict(list)
        for one in self._places.values():
            self._judged[one.evaluator].append(one.person)
            self._of_unit[one.unit].append(one.person)
        self._below = defaultdict(list)
        for unit, parent in parents.items():
            self._below[parent].append(unit)

    def led_by(self, leader: Hashable) -> tuple[Place, ...]:
        """Return the places of all whom somebody leads, each once."""
        place = self._places.get(leader)
        if place is None or place.category not in LEADERS:
            return ()
        led = dict.fromkeys(self._under(leader))
        led.update(dict.fromkeys(self._in_field(place)))
        for person in (leader, *self._above(leader)):
            led.pop(person, None)
        return tuple(self._places[person] for person in led)

    def knows_people_of(self, leader: Hashable) -> bool:
        """Return whether it is known whom somebody leads: of a deputy not always."""
        place = self._places.get(leader)
        is_deputy = place is not None and place.category == "deputy"
        return not is_deputy or bool(place.field or self._judged.get(leader))

    def leaders_over(self, person: Hashable) -> tuple[Place, ...]:
        """Return the places of all who lead somebody."""
        place = self._places.get(person)
        if place is None:
            return ()
        chain = set(self._chain(place.unit))
        in_charge = (one for one in self._places.values() if one.field & chain)
        candidates = [*self._above(person), *(one.person for one in in_charge)]
        return tuple(
            self._places[one]
            for one in dict.fromkeys(candidates)
            if one in self._places and place in self.led_by(one)
        )

    def _under(self, leader):
        found, queue = {}, [leader]
        while queue:
            for person in self._judged.get(queue.pop(), ()):
                if person not in found:
                    found[person] = True
                    queue.append(person)
        return found

    def _above(self, person):
        """Whoever judges somebody, and those above, from below."""
        seen = []
        while (place := self._places.get(person)) and place.evaluator not in seen:
            person = place.evaluator
            seen.append(person)
        return seen

    def _chain(self, unit):
        """A unit and those above it, from below."""
        while unit:
            yield unit
            unit = self._parents.get(unit)

    def _in_field(self, deputy):
        own = set(self._chain(deputy.unit))
        units, queue = {}, list(deputy.field)
        while queue:
            unit = queue.pop()
            if unit not in units:
                units[unit] = True
                queue += self._below.get(unit, ())
        for unit in units:
            for person in self._of_unit.get(unit, ()):
                one = self._places[person]
                leads = one.category in LEADERS
                if not (leads and (unit in own or one.field & own)):
                    yield person
