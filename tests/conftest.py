"""Lets tests import the kernel without Odoo."""

import sys
from pathlib import Path
from types import ModuleType

ADDON = Path(__file__).parent.parent / "addons" / "kpi_evaluation"

# An empty package in the add-on's place: `kpi_evaluation.regulation` is found in it,
# and the add-on's own __init__, which imports Odoo's models, is not run.
package = ModuleType("kpi_evaluation")
package.__path__ = [str(ADDON)]
sys.modules.setdefault("kpi_evaluation", package)
