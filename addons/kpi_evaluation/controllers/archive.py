from tempfile import SpooledTemporaryFile

from werkzeug.wsgi import wrap_file

from odoo.exceptions import AccessError, MissingError
from odoo.http import Controller, Response, content_disposition, request, route

from ..report.archive_file import write_archive

HELD_IN_MEMORY_BYTES = 8 * 2**20


class KpiArchiveFile(Controller):
    """A month's papers as one ZIP, for whoever asked for them (Điều 18)."""

    @route("/kpi/archive/<int:archive_id>/zip", type="http", auth="user")
    def archive(self, archive_id, **_query):
        archive = request.env["kpi.archive"].browse(archive_id)
        try:
            archive.check_access("write")
            archive._check_ready()
        except (AccessError, MissingError):
            raise request.not_found() from None
        # Closed by the server once it is sent.
        file = SpooledTemporaryFile(HELD_IN_MEMORY_BYTES)  # noqa: SIM115
        write_archive(file, archive._files())
        size = file.tell()
        file.seek(0)
        return Response(
            wrap_file(request.httprequest.environ, file),
            headers=[
                ("Content-Type", "application/zip"),
                ("Content-Length", str(size)),
                ("Content-Disposition", content_disposition(archive._file_name())),
            ],
            direct_passthrough=True,
        )
