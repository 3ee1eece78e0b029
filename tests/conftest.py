"""Lets tests import the kernel without Odoo; counts the attacks that were tried."""

import sys
from pathlib import Path
from types import ModuleType

ADDON = Path(__file__).parent.parent / "addons" / "kpi_evaluation"

# An empty package in the add-on's place: `kpi_evaluation.regulation` is found in it,
# and the add-on's own __init__, which imports Odoo's models, is not run.
package = ModuleType("kpi_evaluation")
package.__path__ = [str(ADDON)]
sys.modules.setdefault("kpi_evaluation", package)


def pytest_terminal_summary(terminalreporter):
    """Say how often the attack suite tried each door."""
    roles = sys.modules.get("tests.module.roles")
    if roles and roles.ATTEMPTS:
        terminalreporter.section("attacks tried")
        for door, times in roles.ATTEMPTS.most_common():
            terminalreporter.line(f"{times:>7,} {door}")
        terminalreporter.line(f"{roles.ATTEMPTS.total():>7,} in all")
