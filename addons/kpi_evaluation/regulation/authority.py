"""Who judges whom (Điều 9), found from plain values and explained.

A `Line` is one line of Điều 9 in force; `Province` holds the people, units, bodies
and positions of a day. The first line that speaks of a person decides, so lines come
ordered from the highest authority down.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from .places import Authority, Body, Line, Person, Position, Unit

__all__ = ["Authority", "Body", "Line", "Person", "Position", "Province", "Unit"]


@dataclass
class Province:
    """Everybody's place on one day, with who judges them."""

    people: Mapping[int, Person]
    units: Mapping[int, Unit]
    bodies: Mapping[tuple[str, int | None], Body]
    positions: Mapping[str, Position]
    lines: Iterable[Line]
    _heads: dict = field(default_factory=dict, init=False, repr=False)
    _holders: dict = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self):
        self.lines = tuple(self.lines)
        implied = {
            (position.kind, position.category): position.code
            for position in self.positions.values()
            if position.kind
        }
        placed = {}
        for person in self.people.values():
            code = implied.get((self._kind(person), person.category))
            if code:
                person = replace(person, positions=person.positions | {code})
            placed[person.key] = person
            if person.category == "head" and person.unit:
                self._heads.setdefault(person.unit, []).append(person.key)
            for held in person.positions:
                self._holders.setdefault(held, []).append(person)
        self.people = placed

    def authority_over(self, key: int) -> Authority:
        """Return who judges a person; nobody judges themselves (Điều 9).

        Where two people would judge each other, neither is found and the remark
        "loop" says so.
        """
        found = self._judge(self.people[key])
        if found.body or not found.evaluator:
            return found
        seen, judge = {key}, found.evaluator
        while judge and judge not in seen:
            seen.add(judge)
            above = self._judge(self.people[judge])
            judge = None if above.body else above.evaluator
        if judge == key:
            return Authority(line=found.line, remarks=(("loop", found.evaluator),))
        return found

    def agency_head_over(self, key: int) -> int | None:
        """Return the head of a person's agency, or of the next level up."""
        return self._by_agency_head(self.people[key], None, 0).evaluator

    def _judge(self, person, depth=0):
        kind = self._kind(person)
        for line in self.lines:
            if line.speaks_of(person, kind):
                find = getattr(self, f"_by_{line.evaluator}")
                return replace(find(person, line, depth), line=line.key)
        return Authority(remarks=(("no_line", None),))

    def _kind(self, person):
        unit = self.units.get(person.unit)
        return unit.kind if unit else ""

    def _chain(self, unit):
        """A unit and those above it, from below."""
        while unit := self.units.get(unit):
            yield unit
            unit = unit.parent

    def _climb(self, person, unit):
        """The head of a unit, or of the next one up where the seat is vacant."""
        remarks = ()
        for level in self._chain(unit):
            heads = self._heads.get(level.key, ())
            if person.key in heads:
                continue
            if len(heads) > 1:
                return Authority(remarks=(*remarks, ("two_heads", level.key)))
            if heads:
                return Authority(evaluator=heads[0], remarks=remarks)
            remarks += (("vacant_head", level.key),)
        return Authority(remarks=remarks or (("no_unit", None),))

    def _by_unit_head(self, person, _line, _depth):
        return self._climb(person, person.unit)

    def _by_parent_head(self, person, _line, _depth):
        unit = self.units.get(person.unit)
        return self._climb(person, unit.parent if unit else None)

    def _by_agency_head(self, person, _line, _depth):
        chain = list(self._chain(person.unit))
        top = next((unit for unit in chain if unit.is_agency), chain[-1:] and chain[-1])
        return self._climb(person, top.key if top else None)

    def _by_direct_leader(self, person, _line, _depth):
        if person.leader in self.people and person.leader != person.key:
            return Authority(evaluator=person.leader)
        return self._climb(person, person.unit)

    def _by_external(self, _person, _line, _depth):
        return Authority(external=True)

    def _by_body(self, person, line, _depth):
        body = self._body(line.body_kind, person.agency)
        if not body:
            return Authority(remarks=(("no_body", line.body_kind),))
        if body.chair == person.key:
            return Authority(
                evaluator=body.stand_in if body.stand_in != person.key else None,
                body=body.key,
                remarks=(("chair_is_judged", None),),
            )
        return Authority(evaluator=body.chair, body=body.key)

    def _by_head_with_body(self, person, line, depth):
        head = self._by_agency_head(person, line, depth)
        body = self._body(line.body_kind, person.agency)
        return replace(head, body=body.key if body and head.evaluator else None)

    def _by_position(self, person, line, depth):
        holders = self._holders_for(person, line.evaluator_position)
        if len(holders) == 1:
            return Authority(evaluator=holders[0].key)
        if holders:
            return Authority(remarks=(("two_holders", line.evaluator_position),))
        vacant = ("vacant_position", line.evaluator_position)
        if line.body_kind:
            above = self._by_body(person, line, depth)
        else:
            above = self._above(person, line.evaluator_position, depth)
        return replace(above, remarks=(vacant, *above.remarks))

    def _above(self, person, code, depth):
        """Whoever judges the holder of a vacant position is the next level up."""
        position = self.positions.get(code)
        if not position or depth > len(self.lines):
            return Authority()
        vacant = Person(0, person.agency, 0, position.category, frozenset({code}))
        for line in self.lines:
            if (
                line.speaks_of(vacant, position.kind)
                and line.evaluator != "direct_leader"
            ):
                found = getattr(self, f"_by_{line.evaluator}")(vacant, line, depth + 1)
                return found if found.evaluator != person.key else Authority()
        return Authority()

    def _holders_for(self, person, code):
        position = self.positions.get(code)
        everywhere = position and position.scope == "province"
        return [
            holder
            for holder in self._holders.get(code, ())
            if holder.key != person.key
            and (everywhere or holder.agency == person.agency)
        ]

    def _body(self, kind, agency):
        return self.bodies.get((kind, agency)) or self.bodies.get((kind, None))
