from . import kpi_catalogue_import, kpi_catalogue_import_line, kpi_evaluator_change
from . import kpi_appraisal_return
from . import kpi_deadline_extension
from . import kpi_external_result
