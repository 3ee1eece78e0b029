"""Who leads whom in a month: tables of small agencies (Điều 12.3, 12.4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_evaluation.regulation.leading import Hierarchy, Place

# agency ─ office, economy ─ land (a team of economy); culture
PARENTS = {"agency": None, "office": "agency", "economy": "agency"}
PARENTS |= {"culture": "agency", "land": "economy"}


def place(person, category, unit, evaluator=None, field=()):
    return Place(
        person, person, evaluator, unit, category, field=frozenset(field), state="draft"
    )


CHAIR = place("chair", "head", "agency")
VICE = place("vice", "deputy", "agency", "chair", ["economy"])
OTHER_VICE = place("other vice", "deputy", "agency", "chair", ["culture", "office"])
IDLE_VICE = place("idle vice", "deputy", "agency", "chair")
ECONOMIST = place("economist", "head", "economy", "chair")
DEPUTY = place("deputy", "deputy", "economy", "economist", ["economy"])
SECOND = place("second", "deputy", "economy", "economist")
CLERK = place("clerk", "staff", "economy", "economist")
SURVEYOR = place("surveyor", "staff", "land", "second")
DRIVER = place("driver", "contract", "office", "chair")
EVERYBODY = [CHAIR, VICE, OTHER_VICE, IDLE_VICE, ECONOMIST, DEPUTY, SECOND]
EVERYBODY += [CLERK, SURVEYOR, DRIVER]


def led(leader, people=EVERYBODY):
    return {one.person for one in Hierarchy(people, PARENTS).led_by(leader)}


@pytest.mark.parametrize(
    ("leader", "people"),
    [
        ("chair", {one.person for one in EVERYBODY} - {"chair"}),
        ("economist", {"deputy", "second", "clerk", "surveyor"}),
        # The field with the units below it, its head and deputies among them.
        ("vice", {"economist", "deputy", "second", "clerk", "surveyor"}),
        ("other vice", {"driver"}),
        # In the own unit neither who judges the deputy nor the other deputies.
        ("deputy", {"clerk", "surveyor"}),
        # Without a field: whoever the deputy judges.
        ("second", {"surveyor"}),
        ("idle vice", set()),
        ("clerk", set()),
        ("nobody", set()),
    ],
)
def test_whom_somebody_leads(leader, people):
    assert led(leader) == people


@pytest.mark.parametrize(
    ("leader", "known"),
    [
        ("chair", True),
        ("vice", True),
        ("second", True),
        ("idle vice", False),
        ("clerk", True),
        ("nobody", True),
    ],
)
def test_of_a_deputy_without_field_and_people_nobody_knows_whom_they_lead(
    leader, known
):
    assert Hierarchy(EVERYBODY, PARENTS).knows_people_of(leader) is known


@pytest.mark.parametrize(
    ("person", "leaders"),
    [
        ("surveyor", {"second", "economist", "chair", "vice", "deputy"}),
        ("clerk", {"economist", "chair", "vice", "deputy"}),
        ("economist", {"chair", "vice"}),
        ("driver", {"chair", "other vice"}),
        ("chair", set()),
        ("nobody", set()),
    ],
)
def test_who_leads_somebody(person, leaders):
    above = Hierarchy(EVERYBODY, PARENTS).leaders_over(person)
    assert {one.person for one in above} == leaders


def test_two_deputies_in_charge_of_each_other_do_not_wait_for_each_other():
    one = place("one", "deputy", "office", "chair", ["economy"])
    other = place("other", "deputy", "economy", "chair", ["office"])
    people = [CHAIR, one, other, CLERK, place("typist", "staff", "office", "chair")]
    assert led("one", people) == {"clerk"}
    assert led("other", people) == {"typist"}


def test_people_who_judge_each_other_by_mistake_do_not_lead_each_other():
    one = place("one", "head", "office", "other")
    other = place("other", "head", "economy", "one")
    people = [one, other, place("typist", "staff", "office", "one")]
    assert led("one", people) == {"typist"}
    assert led("other", people) == {"typist"}


PEOPLE = st.integers(0, 7)


@st.composite
def agencies(draw):
    return [
        Place(
            person,
            evaluator=draw(st.none() | PEOPLE),
            unit=draw(st.sampled_from(sorted(PARENTS))),
            category=draw(st.sampled_from(["head", "deputy", "staff"])),
            field=frozenset(
                draw(st.sets(st.sampled_from(sorted(PARENTS)), max_size=2))
            ),
        )
        for person in range(8)
    ]


@given(agencies())
def test_whoever_leads_somebody_is_found_from_below_as_from_above(people):
    hierarchy = Hierarchy(people, PARENTS)
    pairs = {
        (leader.person, one.person)
        for leader in people
        for one in hierarchy.led_by(leader.person)
    }
    from_below = {
        (leader.person, one.person)
        for one in people
        for leader in hierarchy.leaders_over(one.person)
    }
    assert pairs == from_below


@given(agencies())
def test_nobody_leads_themselves_and_everybody_is_led_once(people):
    hierarchy = Hierarchy(people, PARENTS)
    for leader in people:
        led_people = [one.person for one in hierarchy.led_by(leader.person)]
        assert leader.person not in led_people
        assert len(set(led_people)) == len(led_people)
