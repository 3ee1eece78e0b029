"""A head without a licence whose finger taps twice, each tap in an Odoo of its own."""

from .common import PORTAL
from .decision_driver import World
from .month_driver import _at_once

LEADER, PERSON = "Ma Thị Tổ Trưởng", "Hà Văn Một"


def prepare(env):
    """Make the head and one of the people."""
    World.made_in(env)
    leader = World._person(LEADER, "head", PORTAL, World.head)
    World._person(PERSON, "staff", PORTAL, leader)
    env.cr.commit()


def tap(env, who, times):
    """Send the same form just when the other sends it, one form after the other."""
    leader, person = (
        env["hr.employee"].search([("name", "=", name)]) for name in (LEADER, PERSON)
    )
    period = env["kpi.period"].search([("company_id", "=", leader.company_id.id)])
    people = env["kpi.people"].with_user(leader.user_id)
    for number in range(times):
        form = {
            f"person_{person.id}": "1",
            "item": "K2",
            "name": f"Việc {number}",
            "quantity": "1",
            "date_deadline": str(period.date_end),
            "count": str(number),
        }
        _at_once(env, who, number, people._give_typed, period, form)
