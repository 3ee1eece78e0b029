from . import kpi_demo, kpi_demo_life, kpi_demo_sheets
