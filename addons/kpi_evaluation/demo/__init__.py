from . import kpi_demo, kpi_demo_sheets, kpi_demo_after
