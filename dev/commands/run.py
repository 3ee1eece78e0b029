"""./run: set everything up, serve the demonstration, print its address and logins."""

import argparse

from dev import browser, demo, instance, paths
from dev.serving import Server, require_free_port

DATABASE = "kpi_demo"
LOGINS = {
    "admin": "quản trị hệ thống",
    "tochuc": "bộ phận tổ chức cán bộ",
    "chutich": "người đứng đầu cơ quan",
    "truongphong": "trưởng phòng, người đánh giá",
    "chuyenvien": "chuyên viên, dùng cổng thông tin",
}


def main(arguments: list[str]) -> int:
    """Serve until Ctrl-C."""
    options = _parse(arguments)
    require_free_port(options.port)
    browser.require(browser.FOR_PDF, needed=False)
    with instance.started() as odoo:
        log = paths.logs() / "demo.log"
        demo.ensure(odoo, DATABASE, log, fresh=options.fresh)
        with Server(odoo, DATABASE, options.port) as server:
            _greet(server)
            return server.wait()


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run", description=__doc__)
    parser.add_argument(
        "--fresh", action="store_true", help="delete the demonstration and start anew"
    )
    parser.add_argument("--port", type=int, default=8069, help="default: 8069")
    return parser.parse_args(arguments)


def _greet(server: Server) -> None:
    rows = (f"    {login:<12} {role}" for login, role in LOGINS.items())
    print(
        f"\nKPI Evaluation is ready: {server.url}\n\n"
        "  Logins (the password is the login):\n" + "\n".join(rows) + "\n\n"
        f"  Log: {server.log}\n"
        "  Ctrl-C stops it; the data stays. ./run --fresh starts anew.",
        flush=True,
    )
