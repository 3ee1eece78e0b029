from odoo.exceptions import AccessError, MissingError
from odoo.http import content_disposition, request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook_of(record, name_of):
    """Answer with the workbook of a record, for whoever may read it; else 404."""
    try:
        record.check_access("read")
        content = record._xlsx()
    except (AccessError, MissingError):
        raise request.not_found() from None
    return request.make_response(
        content,
        headers=[
            ("Content-Type", XLSX),
            ("Content-Length", len(content)),
            ("Content-Disposition", content_disposition(name_of(record))),
        ],
    )
