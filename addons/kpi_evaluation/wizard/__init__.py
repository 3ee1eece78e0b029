from . import kpi_catalogue_import, kpi_catalogue_import_line, kpi_evaluator_change
from . import kpi_appraisal_return
from . import kpi_appraisal_override
from . import kpi_appraisal_annul
from . import kpi_objection_answer
from . import kpi_complaint_answer
from . import kpi_period_locking
