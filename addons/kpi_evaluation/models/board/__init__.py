"""Live boards for whoever judges, keeps or oversees evaluations (Điều 6.3)."""

from . import kpi_appraisal_month
from . import kpi_board
from . import kpi_board_unit
from . import kpi_board_warning
from . import kpi_board_units
from . import kpi_board_warnings
