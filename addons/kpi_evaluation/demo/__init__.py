from . import kpi_demo, kpi_demo_catalogue, kpi_demo_sheets
