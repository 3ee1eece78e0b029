"""One case for each line of Điều 9, in a model province of invented people."""

import pytest

from kpi_evaluation.regulation.authority import Province

from .model_province import (
    Model,
    kinds_of_agencies,
    populate,
    shipped_lines,
    shipped_positions,
)


@pytest.fixture(scope="session")
def lines(addon):
    return shipped_lines(addon)


@pytest.fixture
def model(addon, lines):
    return Model(lines, shipped_positions(addon), kinds_of_agencies(addon))


@pytest.fixture
def province(model):
    populate(model)
    return model


BODY = True
BY_LINE = [
    # line, who is judged, by whom, with a collective
    (10, "member", "chair of btv_tinh_uy", BODY),
    (20, "deputy of the delegation", "secretary of the delegation", False),
    (30, "vice chair of the council", "chair of btv_du_hdnd_tinh", BODY),
    (31, "head of committee of the council", "chair of btv_du_hdnd_tinh", BODY),
    (31, "deputy of committee of the council", "chair of btv_du_hdnd_tinh", BODY),
    (32, "head of council office", "chair of btv_du_hdnd_tinh", BODY),
    (32, "deputy of council office", "chair of btv_du_hdnd_tinh", BODY),
    (40, "party agencies' deputy", "chair of btv_du_cq_dang", BODY),
    (41, "head of party office", "chair of btv_du_cq_dang", BODY),
    (50, "vice chair of the committee", "chair of btv_du_ubnd_tinh", BODY),
    (51, "party committee's deputy", "chair of btv_du_ubnd_tinh", BODY),
    (52, "head of department", "chair of btv_du_ubnd_tinh", BODY),
    (53, "head of school", "chair of btv_du_ubnd_tinh", BODY),
    (60, "deputy of department", "head of department", False),
    (60, "deputy of school", "head of school", False),
    (70, "deputy of party office", "head of party office", False),
    (71, "bag carrier", "head of party office", False),
    (80, "front's vice chair", "chair of tt_mttq_tinh", BODY),
    (81, "head of union", "chair of tt_mttq_tinh", BODY),
    (82, "deputy of union", "chair of tt_mttq_tinh", BODY),
    (83, "head of association", "chair of tt_mttq_tinh", BODY),
    (90, "head of people's committee", "head of party", BODY),
    (90, "head of council", "head of party", BODY),
    (90, "standing deputy", "head of party", BODY),
    (90, "deputy of party", "head of party", BODY),
    (100, "head of tax office", None, False),
    (100, "deputy of tax office", None, False),
    (210, "head of division of party office", "head of party office", False),
    (
        211,
        "staff of division of party office",
        "head of division of party office",
        False,
    ),
    (220, "head of division of council office", "head of council office", False),
    (
        221,
        "deputy of division of council office",
        "head of division of council office",
        False,
    ),
    (230, "head of division of department", "head of department", False),
    (230, "head of branch", "head of department", False),
    (230, "head of division of school", "head of school", False),
    (231, "deputy of division of department", "head of division of department", False),
    (231, "staff of division of department", "head of division of department", False),
    (232, "deputy of branch", "head of branch", False),
    (233, "head of division of branch", "head of branch", False),
    (234, "deputy of division of branch", "head of division of branch", False),
    (234, "staff of division of branch", "head of division of branch", False),
    (240, "head of division of front", "head of front", False),
    (241, "staff of division of front", "head of division of front", False),
    (249, "inspector", "head of party board", False),
    (250, "head of party board", "head of party", False),
    (250, "head of commune front", "head of party", False),
    (250, "head of women's union", "head of party", False),
    (250, "head of school of politics", "head of party", False),
    (251, "deputy of party board", "head of party board", False),
    (251, "staff of school of politics", "head of school of politics", False),
    (252, "deputy of women's union", "head of commune front", False),
    (252, "staff of commune front", "head of commune front", False),
    (253, "head of red cross", "head of commune front", False),
    (260, "deputy of council", "head of council", False),
    (260, "council's deputy", "head of council", False),
    (261, "staff of council", "head of council", False),
    (262, "deputy of people's committee", "head of people's committee", False),
    (263, "head of economy", "head of people's committee", False),
    (264, "deputy of economy", "head of economy", False),
    (264, "staff of economy", "head of economy", False),
    (270, "deputy of board", "full-time deputy", False),
    (271, "staff of board", "head of board", False),
    (900, "staff of department", "head of department", False),
    (900, "staff of tax office", "head of tax office", False),
]


@pytest.mark.parametrize(("line", "who", "judge", "with_body"), BY_LINE)
def test_each_line_names_who_judges(province, line, who, judge, with_body):
    assert province.judged(who) == (line, judge, with_body, [])


def test_every_line_of_dieu_9_has_a_case(lines):
    assert {line.key for line in lines} == {line for line, *_rest in BY_LINE}


def test_a_leader_of_a_central_agency_is_judged_elsewhere(province):
    made = Province(
        province.people,
        province.units,
        province.bodies,
        province.positions,
        province.lines,
    )
    authority = made.authority_over(province.keys["head of tax office"])
    assert authority.external and authority.is_found


def test_a_member_of_the_standing_board_is_judged_there_whatever_the_other_post(model):
    model.unit("department", "ubnd_tinh_co_quan")
    model.person("chair")
    model.body("btv_tinh_uy", "chair")
    model.person("director", "department", "head", "uv_btv_tinh_uy")
    assert model.judged("director") == (10, "chair", BODY, [])


def test_who_holds_several_posts_is_judged_by_the_highest_line(province):
    province.person("both", "council", "staff", "ct_ubnd_xa", "pct_hdnd_xa", agency=8)
    assert province.judged("both")[0] == 90


def test_without_a_head_of_the_delegation_its_deputy_is_judged_by_the_board(province):
    del province.people[province.keys["secretary of the delegation"]]
    assert province.judged("deputy of the delegation") == (
        20,
        "chair of btv_du_hdnd_tinh",
        BODY,
        ["vacant_position"],
    )


def test_a_vacant_head_is_replaced_by_the_next_level_up_saying_so(province):
    del province.people[province.keys["head of economy"]]
    assert province.judged("staff of economy") == (
        264,
        "head of people's committee",
        False,
        ["vacant_head"],
    )


def test_a_vacant_position_is_replaced_by_whoever_judges_it(province):
    del province.people[province.keys["head of people's committee"]]
    assert province.judged("head of economy") == (
        263,
        "head of party",
        BODY,
        ["vacant_position"],
    )


def test_two_heads_of_one_unit_are_not_chosen_between(province):
    province.person("second head", "economy", "head", agency=8)
    assert province.judged("staff of economy") == (264, None, False, ["two_heads"])


def test_two_holders_of_one_position_are_not_chosen_between(province):
    province.person("second chair", None, "", "ct_ubnd_xa", agency=8)
    assert province.judged("head of economy") == (263, None, False, ["two_holders"])


def test_a_position_of_another_agency_judges_nobody_here(province):
    province.person("foreign chair", None, "", "ct_ubnd_xa", agency=9)
    assert province.judged("head of economy")[1] == "head of people's committee"


def test_a_chair_is_judged_by_the_body_without_judging_themselves(province):
    assert province.judged("head of party") == (
        90,
        "standing deputy",
        BODY,
        ["chair_is_judged"],
    )


def test_a_body_that_is_not_set_up_leaves_its_people_without_a_judge(province):
    del province.bodies["btv_du_ubnd_tinh", None]
    assert province.judged("head of department") == (52, None, False, ["no_body"])


def test_managers_of_each_other_judge_neither(model):
    model.person("one", leader="other")
    model.person("other", leader="one")
    assert model.judged("one") == (900, None, False, ["loop"])
    assert model.judged("other") == (900, None, False, ["loop"])


def test_nobody_is_their_own_leader(model):
    model.person("alone", leader="alone")
    assert model.judged("alone") == (900, None, False, ["no_unit"])


def test_nobody_in_the_province_judges_themselves(province):
    for name, key in list(province.keys.items()):
        if key in province.people:
            assert province.judged(name)[1] != name
