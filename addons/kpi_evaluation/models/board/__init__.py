"""What waits for whom: boards of a month (Điều 6.3), one's own to-do."""

from . import kpi_appraisal_month
from . import kpi_board
from . import kpi_board_unit
from . import kpi_board_warning
from . import kpi_board_step
from . import kpi_board_units
from . import kpi_board_warnings
from . import kpi_board_work
from . import kpi_board_setup
from . import kpi_period_todo
