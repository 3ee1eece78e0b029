"""Quarters, years, additional income (Điều 17, 19)."""

from . import kpi_income_scale
from . import kpi_income_run
from . import kpi_income_line
from . import kpi_income_counting
from . import kpi_carried_month
from . import kpi_rollup
from . import kpi_rollup_counting
from . import kpi_rollup_paper
from . import kpi_income_paper
from . import kpi_record
from . import kpi_record_paper
from . import kpi_period_todo
