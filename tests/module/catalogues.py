"""Catalogues of the small agency, in force or drawn up."""

from datetime import date

from odoo.tools import SQL

POINTS = {"K1": 5, "K2": 10, "K2.5": 12.5, "K0.4": 2}
DECISION = {
    "decision_number": "86/QĐ-UBND",
    "decision_date": date(2026, 5, 20),
    "decision_authority": "Chủ tịch UBND xã",
}


class Catalogues:
    """Draws up versions of a catalogue and has the officer approve them."""

    @classmethod
    def _set_behind(cls, record, **values):
        """Change a record behind the ORM, which would refuse it."""
        cls.env.flush_all()
        for name, value in values.items():
            cls.env.execute_query(
                SQL(
                    "UPDATE %s SET %s = %s WHERE id = %s RETURNING id",
                    SQL.identifier(record._table),
                    SQL.identifier(name),
                    value,
                    record.id,
                )
            )
        cls.env.invalidate_all()

    @classmethod
    def _catalogue(cls, company=None, approve=True, **more):
        """{code: product} with the coefficients 1, 2, 2.5 and 0.4, in force."""
        catalogue = cls.env["kpi.catalogue"].create(
            {
                "name": "Danh mục sản phẩm/công việc quy đổi",
                "company_id": (company or cls.company).id,
                "date_from": date(2026, 6, 1),
                "standard_name": "Công văn trả lời",
                "standard_points": 5,
                **DECISION,
                **more,
            }
        )
        frame = {"code": "N1", "points_min": 1, "points_max": 20}
        group = cls.env["kpi.complexity.group"].create(
            frame | {"catalogue_id": catalogue.id}
        )
        items = cls.env["kpi.catalogue.item"].create(
            [
                {
                    "catalogue_id": catalogue.id,
                    "group_id": group.id,
                    "code": code,
                    "name": f"Sản phẩm {code}",
                    "points": worth,
                    "is_standard": code == "K1",
                }
                for code, worth in POINTS.items()
            ]
        )
        if approve:
            catalogue.action_approve()
        return {item.code: item for item in items}

    @classmethod
    def _next_catalogue(cls, day, approve=True, **changes):
        """{code: product} of a next version with changes to some products."""
        latest = cls.env["kpi.catalogue"].search(
            [("company_id", "=", cls.company.id), ("state", "=", "approved")]
        )
        action = latest.with_user(cls.hr).action_new_version()
        draft = cls.env["kpi.catalogue"].browse(action["res_id"])
        draft.write(DECISION | {"date_from": day})
        items = {item.code: item for item in draft.item_ids}
        for code, values in changes.items():
            items[code].write(values)
        if approve:
            draft.with_user(cls.hr).action_approve()
        return items
