from odoo.http import Controller, request, route

from .workbook_answer import workbook_of


class KpiWorkbooks(Controller):
    """Papers as workbooks, for whoever may read them on the screen."""

    @route(
        "/kpi/catalogue/<int:catalogue_id>/xlsx",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def catalogue(self, catalogue_id, **_query):
        return workbook_of(
            request.env["kpi.catalogue"].browse(catalogue_id),
            lambda one: f"Danh mục sản phẩm, công việc {one.date_from:%d-%m-%Y}.xlsx",
        )

    @route(
        "/kpi/income/<int:run_id>/xlsx",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def income(self, run_id, **_query):
        return workbook_of(
            request.env["kpi.income.run"].browse(run_id),
            lambda one: f"Thu nhập tăng thêm {one.period_id.date_start:%m-%Y}.xlsx",
        )

    @route(
        "/kpi/outside/template.xlsx",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def outside_template(self, **_query):
        return workbook_of(
            request.env["kpi.outside.month"], lambda _one: "Báo cáo tháng (mẫu).xlsx"
        )
