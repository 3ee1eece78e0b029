from odoo import fields, models
from odoo.tools import SQL

from ..organisation.hr_version import POSITION_CATEGORIES

OF_THE_SYSTEM = """
    SELECT min(sheet.id) AS id, company.name AS agency, sheet.company_id,
        kind.kpi_org_kind_id AS org_kind_id, sheet.month_start AS date_start,
        sheet.position_category, count(*) AS people_count,
        count(*) FILTER (WHERE is_out AND sheet.grade = 'a') AS a_count,
        count(*) FILTER (WHERE is_out AND sheet.grade = 'b') AS b_count,
        count(*) FILTER (WHERE is_out AND sheet.grade = 'c') AS c_count,
        count(*) FILTER (WHERE is_out AND sheet.grade = 'd') AS d_count,
        count(*) FILTER (WHERE sheet.state = 'exempt') AS exempt_count,
        count(*) FILTER (WHERE sheet.state NOT IN ('published', 'exempt'))
            AS open_count,
        'system' AS source, NULL::varchar AS document,
        array_position(%(categories)s, sheet.position_category) AS rank
    FROM kpi_appraisal AS sheet
    JOIN res_company AS company ON company.id = sheet.company_id
    LEFT JOIN LATERAL (
        SELECT unit.kpi_org_kind_id FROM hr_department AS unit
        WHERE unit.company_id = sheet.company_id AND unit.parent_id IS NULL
        ORDER BY unit.id LIMIT 1
    ) AS kind ON TRUE
    CROSS JOIN LATERAL (SELECT sheet.state = 'published') AS fate (is_out)
    WHERE sheet.state != 'annulled' AND NOT coalesce(sheet.is_external, FALSE)
    GROUP BY sheet.company_id, company.name, kind.kpi_org_kind_id,
        sheet.month_start, sheet.position_category
"""
REPORTED = """
    SELECT -id AS id, agency, NULL::int4 AS company_id, org_kind_id, date_start,
        position_category,
        coalesce(a_count, 0) + coalesce(b_count, 0) + coalesce(c_count, 0)
            + coalesce(d_count, 0) + coalesce(exempt_count, 0) AS people_count,
        coalesce(a_count, 0), coalesce(b_count, 0), coalesce(c_count, 0),
        coalesce(d_count, 0), coalesce(exempt_count, 0), 0 AS open_count,
        'report' AS source, document,
        array_position(%(categories)s, position_category) AS rank
    FROM kpi_outside_month
"""


class KpiAgencyMonth(models.Model):
    """An agency's month in numbers: published classes, and what others report.

    Live, a row for each agency, month and category (Điều 6.3, 20.3). It holds no
    names. A person whose class is not published is counted as open.
    """

    _name = "kpi.agency.month"
    _description = "Month of an Agency in Numbers"
    _auto = False
    _order = "date_start desc, agency, rank"
    _rec_name = "agency"

    agency = fields.Char(readonly=True)
    company_id = fields.Many2one("res.company", readonly=True, ondelete="cascade")
    org_kind_id = fields.Many2one(
        "kpi.org.kind",
        string="Kind of organisation",
        readonly=True,
        ondelete="restrict",
    )
    date_start = fields.Date(string="Month", readonly=True)
    position_category = fields.Selection(
        POSITION_CATEGORIES, string="Category", readonly=True
    )
    people_count = fields.Integer(string="People", readonly=True)
    a_count = fields.Integer(string="Class A", readonly=True)
    b_count = fields.Integer(string="Class B", readonly=True)
    c_count = fields.Integer(string="Class C", readonly=True)
    d_count = fields.Integer(string="Class D", readonly=True)
    exempt_count = fields.Integer(string="Not evaluated", readonly=True)
    open_count = fields.Integer(string="Not published yet", readonly=True)
    source = fields.Selection(
        [("system", "This system"), ("report", "Reported")], readonly=True
    )
    document = fields.Char(readonly=True)
    rank = fields.Integer(readonly=True, aggregator=None, help="Of the category.")

    @property
    def _table_query(self):
        categories = SQL(
            "%s::varchar[]", [code for code, _label in POSITION_CATEGORIES]
        )
        return SQL(
            "%s UNION ALL %s",
            SQL(OF_THE_SYSTEM, categories=categories),
            SQL(REPORTED, categories=categories),
        )
