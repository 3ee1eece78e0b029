"""Publication, objection, complaint, finding (Điều 6.8, 16, 20)."""

from . import kpi_appraisal_overseen
from . import kpi_publication
from . import kpi_publication_portal
from . import kpi_period_papers
from . import kpi_period_lock_guards
from . import kpi_objection
from . import kpi_objection_answerer
from . import kpi_objection_due
from . import kpi_appraisal_objection
from . import kpi_complaint
from . import kpi_complaint_reporter
from . import kpi_complaint_report
from . import kpi_finding
from . import kpi_appraisal_annulment_causes
from . import kpi_objection_portal
from . import kpi_appraisal_objection_portal
from . import kpi_complaint_portal
from . import kpi_notice
from . import kpi_notice_sync
from . import kpi_notice_items
