"""What was decided, frozen in a chained book (Điều 18)."""

from . import kpi_decision
from . import kpi_decision_guard
from . import kpi_decision_file
from . import kpi_decision_verify
from . import kpi_appraisal_snapshot
from . import kpi_appraisal_snapshot_people
from . import kpi_appraisal_snapshot_facts
from . import kpi_appraisal_snapshot_beside
from . import kpi_appraisal_freeze
from . import ir_attachment_decision
from . import ir_actions_report_stored
from . import kpi_appraisal_sheet_after
