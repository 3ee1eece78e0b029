"""The groups of complexity that the rows belong to, and the frames they agree on."""

from dataclasses import dataclass
from fractions import Fraction

from .problem import problem
from .values import written


@dataclass(frozen=True)
class Group:
    """A group with its frame of points.

    A new one has the `row` that first gave it, and its `rank` among all groups.
    """

    code: str
    low: Fraction
    high: Fraction
    row: int | None = None
    rank: int = 0

    @property
    def frame(self):
        return f"{written(self.low)}–{written(self.high)}"


def all_groups(rows, existing):
    """Return {folded code: group}: those of the catalogue, then those of the rows.

    A group that the catalogue lacks takes the frame of the first row that gives one.
    """
    groups = {group.code.casefold(): group for group in existing}
    for row in rows:
        if row.group and row.frame:
            new = Group(row.group, *row.frame, row=row.number, rank=len(groups))
            groups.setdefault(row.group.casefold(), new)
    return groups


def group_problems(row, groups, limit):
    """Yield what is wrong with the group, the frame and the points of a row."""
    if not row.group:
        return
    group = groups.get(row.group.casefold())
    if not group:
        yield problem("group_unknown", group=row.group)
        return
    if row.frame and row.frame != (group.low, group.high):
        yield _differing_frame(row, group)
    if group.row and group.rank >= limit:
        yield problem("too_many_groups", group=group.code, limit=limit)
    if row.points is not None and not group.low <= row.points <= group.high:
        yield problem(
            "outside_frame",
            points=written(row.points),
            frame=group.frame,
            group=group.code,
        )


def _differing_frame(row, group):
    given = Group(row.group, *row.frame).frame
    if group.row:
        return problem(
            "frames_disagree",
            frame=given,
            group=group.code,
            expected=group.frame,
            row=group.row,
        )
    return problem("frame_differs", frame=given, group=group.code, expected=group.frame)
