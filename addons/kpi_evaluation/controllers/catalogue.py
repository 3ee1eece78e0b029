from odoo.exceptions import AccessError, MissingError
from odoo.http import Controller, content_disposition, request, route

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class KpiCatalogueFile(Controller):
    """A catalogue as a workbook, for whoever may read it on the screen (Điều 10.4)."""

    @route(
        "/kpi/catalogue/<int:catalogue_id>/xlsx",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def workbook(self, catalogue_id, **_query):
        catalogue = request.env["kpi.catalogue"].browse(catalogue_id)
        try:
            catalogue.check_access("read")
            content = catalogue._xlsx()
        except (AccessError, MissingError):
            raise request.not_found() from None
        name = f"Danh mục sản phẩm, công việc {catalogue.date_from:%d-%m-%Y}.xlsx"
        return request.make_response(
            content,
            headers=[
                ("Content-Type", XLSX),
                ("Content-Length", len(content)),
                ("Content-Disposition", content_disposition(name)),
            ],
        )
