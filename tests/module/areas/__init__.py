"""The tables that the attack suite works off, a file for each area of the add-on.

An area says RIGHTS, {model: {role: letters of CRUD}}; METHODS, {(model, method): (the
state of ``staff``'s sheet, who may call it, the arguments or a function of the case
that makes them)}; and RECORDS, {model: a function of the case that gives a record}. A
model or a public method that stands in none of them fails the suite.
"""

from . import (
    account,
    after,
    board,
    catalogue,
    deadlines,
    decision,
    delivery,
    income,
    law,
    leader,
    notice,
    organisation,
    plan,
    province,
    rollup,
    session,
    sheet,
    work,
    work_life,
)

AREAS = (
    law,
    deadlines,
    organisation,
    catalogue,
    plan,
    work,
    delivery,
    sheet,
    leader,
    session,
    decision,
    after,
    rollup,
    income,
    account,
    work_life,
    board,
    province,
    notice,
)


def _joined(name):
    joined = {}
    for area in AREAS:
        table = getattr(area, name)
        assert not joined.keys() & table.keys(), (area, name)
        joined |= table
    return joined


RIGHTS, METHODS, RECORDS = map(_joined, ("RIGHTS", "METHODS", "RECORDS"))
