from . import kpi_demo, kpi_demo_catalogue, kpi_demo_sheets, kpi_demo_plans
