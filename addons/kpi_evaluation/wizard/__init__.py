from . import kpi_catalogue_import, kpi_catalogue_import_line, kpi_evaluator_change
from . import kpi_catalogue_comparison, kpi_catalogue_difference
from . import kpi_catalogue_addition
from . import kpi_appraisal_return
