"""One agency with its people and catalogue, made as an agency makes them."""

from dataclasses import dataclass
from datetime import date

from odoo import Command

PRODUCTS = 20
DEPUTIES = 50
FROM = date(2026, 6, 1)


@dataclass(frozen=True)
class Agency:
    """What a benchmark needs of it: records, and ``hr``, who opens its months."""

    company: object
    hr: object
    products: object


def new_agency(env, people):
    """An agency of so many people: a head, 50 deputies, and those whom they lead."""
    company = env["res.company"].create({"name": f"Tỉnh đo tốc độ, {people} người"})
    hr = (
        env["res.users"]
        .with_context(no_reset_password=True)
        .create(
            {
                "name": "Tổ chức cán bộ",
                "login": f"benchmark of {company.id}",
                "company_id": company.id,
                "company_ids": [Command.set(company.ids)],
                "group_ids": [Command.set(env.ref("kpi_evaluation.group_hr").ids)],
            }
        )
    )
    (head,) = _people(env, company, ["head"])
    deputies = _people(env, company, ["deputy"] * DEPUTIES, [head])
    _people(env, company, ["staff"] * (people - DEPUTIES - 1), deputies)
    return Agency(company, hr, _products(env, company))


def _people(env, company, categories, managers=()):
    return (
        env["hr.employee"]
        .with_context(tracking_disable=True)
        .create(
            [
                {
                    "name": f"{category} {number}",
                    "company_id": company.id,
                    "job_title": "Chuyên viên",
                    "kpi_position_category": category,
                    "parent_id": managers[number % len(managers)].id if managers else 0,
                }
                for number, category in enumerate(categories)
            ]
        )
    )


def _products(env, company):
    catalogue = env["kpi.catalogue"].create(
        {
            "name": "Danh mục",
            "company_id": company.id,
            "date_from": FROM,
            "standard_points": PRODUCTS,
            "decision_number": "1/QĐ-UBND",
            "decision_date": FROM,
            "decision_authority": "Chủ tịch",
        }
    )
    group = env["kpi.complexity.group"].create(
        {
            "catalogue_id": catalogue.id,
            "code": "1",
            "points_min": 1,
            "points_max": PRODUCTS,
        }
    )
    products = env["kpi.catalogue.item"].create(
        [
            {
                "catalogue_id": catalogue.id,
                "group_id": group.id,
                "code": f"{number:03}",
                "name": f"Sản phẩm {number}",
                "points": number,
                "is_standard": number == PRODUCTS,
            }
            for number in range(1, PRODUCTS + 1)
        ]
    )
    catalogue.action_approve()
    return products
