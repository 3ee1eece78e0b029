"""A province of invented people: every kind of organisation of Điều 9 has some."""

import csv
from itertools import count

from kpi_evaluation.regulation.authority import (
    Body,
    Line,
    Person,
    Position,
    Province,
    Unit,
)


def _table(addon, model):
    path = addon / "data" / f"{model}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _codes(cell, prefix):
    return frozenset(part.removeprefix(prefix) for part in cell.split(",") if part)


def shipped_lines(addon):
    """The lines of Điều 9 as the add-on ships them, from the highest authority."""
    rows = _table(addon, "kpi.authority.rule")
    return [
        Line(
            key=int(row["sequence"]),
            evaluator=row["evaluator"],
            positions=_codes(row["position_ids:id"], "position_"),
            excluded=_codes(row["excluded_position_ids:id"], "position_"),
            kinds=_codes(row["org_kind_ids:id"], "kind_"),
            categories=_codes(row["category_codes"], ""),
            evaluator_position=row["evaluator_position_id:id"].removeprefix(
                "position_"
            ),
            body_kind=row["body_kind"],
        )
        for row in sorted(rows, key=lambda row: int(row["sequence"]))
    ]


def shipped_positions(addon):
    return {
        row["code"]: Position(
            row["code"],
            row["scope"],
            row["org_kind_id:id"].removeprefix("kind_"),
            row["category"],
        )
        for row in _table(addon, "kpi.position")
    }


def kinds_of_agencies(addon):
    return {
        row["code"]
        for row in _table(addon, "kpi.org.kind")
        if row["is_agency"] == "True"
    }


class Model:
    """Builds a province by names: units, people in them, bodies."""

    def __init__(self, lines, positions, agencies):
        self.lines, self.positions, self.agencies = lines, positions, agencies
        self.units, self.people, self.bodies = {}, {}, {}
        self.keys, self.numbers = {}, count(1)

    def _key(self, name):
        return self.keys.setdefault(name, next(self.numbers))

    def unit(self, name, kind, above=None):
        key = self._key(name)
        parent = self._key(above) if above else None
        self.units[key] = Unit(key, parent, kind, kind in self.agencies)

    def person(self, name, unit=None, category="", *positions, agency=1, leader=None):
        key = self._key(name)
        self.people[key] = Person(
            key,
            agency,
            self._key(unit) if unit else None,
            category,
            frozenset(positions),
            self._key(leader) if leader else None,
        )

    def body(self, kind, chair, stand_in=None, agency=None):
        key = self._key(f"body {kind}")
        self.bodies[kind, agency] = Body(
            key, self._key(chair), self._key(stand_in) if stand_in else None
        )

    def judged(self, name):
        """(line, who judges, whether a body does, codes of the remarks)."""
        province = Province(
            self.people, self.units, self.bodies, self.positions, self.lines
        )
        found = province.authority_over(self.keys[name])
        names = {key: label for label, key in self.keys.items()}
        return (
            found.line,
            names.get(found.evaluator),
            bool(found.body),
            [code for code, _subject in found.remarks],
        )


def populate(model):
    """Every kind of organisation that Điều 9 speaks of, each with its people."""
    for kind in (
        "btv_tinh_uy",
        "btv_du_hdnd_tinh",
        "btv_du_cq_dang",
        "btv_du_ubnd_tinh",
        "tt_mttq_tinh",
    ):
        model.person(f"chair of {kind}", agency=99)
        model.body(kind, f"chair of {kind}")
    model.person("member", None, "", "uv_btv_tinh_uy")
    model.person("secretary of the delegation", None, "", "truong_doan_dbqh")
    model.person("deputy of the delegation", None, "", "pho_truong_doan_dbqh")
    model.person("vice chair of the council", None, "", "pct_hdnd_tinh")
    model.person("party agencies' deputy", None, "", "pbt_du_cq_dang")
    model.person("vice chair of the committee", None, "", "pct_ubnd_tinh")
    model.person("party committee's deputy", None, "", "pbt_du_ubnd_tinh")
    model.person("front's vice chair", None, "", "pct_mttq_tinh")
    for agency, kind, below in (
        ("party office", "tinh_uy_co_quan", "tinh_uy_phong"),
        ("council office", "hdnd_tinh_van_phong", "hdnd_tinh_phong"),
        ("department", "ubnd_tinh_co_quan", "ubnd_tinh_phong"),
        ("school", "ubnd_tinh_su_nghiep", "ubnd_tinh_phong"),
        ("front", "mttq_tinh", "mttq_tinh_phong"),
    ):
        model.unit(agency, kind)
        model.unit(f"division of {agency}", below, agency)
        for place in (agency, f"division of {agency}"):
            for category in ("head", "deputy", "staff"):
                model.person(f"{category} of {place}", place, category)
    model.person("bag carrier", "party office", "staff", "thu_ky_bi_thu")
    model.unit("branch", "ubnd_tinh_chi_cuc", "department")
    model.unit("division of branch", "chi_cuc_phong", "branch")
    model.unit("committee of the council", "hdnd_tinh_ban")
    model.unit("union", "ctxh_tinh", "front")
    model.unit("association", "hoi_tinh")
    model.unit("tax office", "nganh_doc")
    for place in (
        "branch",
        "division of branch",
        "committee of the council",
        "union",
        "association",
        "tax office",
    ):
        for category in ("head", "deputy", "staff"):
            model.person(f"{category} of {place}", place, category)
    _add_commune(model)
    model.unit("attached committee", "dang_uy_truc_thuoc")
    model.unit("board", "du_truc_thuoc_ban", "attached committee")
    model.person(
        "full-time deputy",
        "attached committee",
        "deputy",
        "pbt_ct_du_truc_thuoc",
        agency=7,
    )
    for category in ("head", "deputy", "staff"):
        model.person(f"{category} of board", "board", category, agency=7)


def _add_commune(model):
    for name, kind, above in (
        ("party", "xa_dang", None),
        ("party board", "xa_dang_co_quan", "party"),
        ("school of politics", "xa_tt_chinh_tri", "party"),
        ("commune front", "xa_mttq", "party"),
        ("women's union", "xa_ctxh", "commune front"),
        ("red cross", "xa_hoi", None),
        ("council", "xa_hdnd", None),
        ("people's committee", "xa_ubnd", None),
        ("economy", "xa_chuyen_mon", "people's committee"),
    ):
        model.unit(name, kind, above)
        for category in ("head", "deputy", "staff"):
            model.person(f"{category} of {name}", name, category, agency=8)
    model.person("standing deputy", "party", "deputy", "pbt_tt_xa", agency=8)
    model.person("inspector", "party board", "staff", "uv_ubkt_xa", agency=8)
    model.person("council's deputy", "council", "staff", "pho_ban_hdnd_xa", agency=8)
    model.body("btv_du_xa", "head of party", "standing deputy", agency=8)
