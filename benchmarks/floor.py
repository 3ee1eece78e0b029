"""What the same work costs in plain SQL, without anything that Odoo adds."""

from odoo.tools import SQL

TABLES = ("kpi_appraisal", "kpi_appraisal_criterion")


class Floor:
    """The least that any module has to do: add the rows, add up the facts."""

    def __init__(self, env):
        self.env = env
        for table in TABLES:
            env.cr.execute(
                SQL(
                    "CREATE TABLE %s (LIKE %s INCLUDING ALL)",
                    SQL.identifier(f"floor_{table}"),
                    SQL.identifier(table),
                )
            )

    def insert_sheets(self, period):
        """Add the rows of a month to tables of the same columns and indexes."""
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO floor_kpi_appraisal
                SELECT * FROM kpi_appraisal WHERE period_id = %(month)s;
                INSERT INTO floor_kpi_appraisal_criterion
                SELECT line.* FROM kpi_appraisal_criterion AS line
                JOIN kpi_appraisal AS sheet ON sheet.id = line.appraisal_id
                WHERE sheet.period_id = %(month)s
                """,
                month=period.id,
            )
        )

    def aggregate(self, period):
        """Add up the facts of a month, a row for each sheet."""
        self.env.execute_query(
            SQL(
                """
                SELECT sheet.id,
                    (SELECT sum(self_points) FROM kpi_appraisal_criterion
                     WHERE appraisal_id = sheet.id) AS general,
                    sum(k_n) AS assigned, sum(k_m) AS quantity,
                    sum(k_m * greatest(0, 1 - 0.25 * fault_count)) AS quality,
                    sum(k_m * greatest(0, 1 - 0.25 * late_count)) AS progress
                FROM kpi_appraisal AS sheet
                JOIN kpi_assignment AS task
                    ON (task.employee_id, task.period_id)
                    = (sheet.employee_id, sheet.period_id)
                CROSS JOIN LATERAL (
                    SELECT task.coefficient * task.quantity AS k_n,
                        task.coefficient
                        * least(task.done_quantity, task.quantity) AS k_m
                ) AS worth
                WHERE sheet.period_id = %s
                GROUP BY sheet.id
                """,
                period.id,
            )
        )
