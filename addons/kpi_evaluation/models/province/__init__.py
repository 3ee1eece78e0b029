"""Totals of the province, across agencies and from outside (Điều 20.3)."""

from . import kpi_outside_month
from . import kpi_outside_month_template
from . import kpi_agency_month
