from . import kpi_demo, kpi_demo_sheets
from . import kpi_demo_days
