"""What every area shares: workflow, fixed fields, words of papers and pages."""

from . import kpi_workflow_mixin
from . import kpi_standing_mixin
from . import kpi_fixed_mixin
from . import kpi_evidence_mixin
from . import kpi_history_mixin
from . import kpi_noted_mixin
from . import kpi_entrusted_mixin
from . import kpi_files_mixin
from . import kpi_typed_mixin
from . import kpi_begun_month_mixin
from . import ir_actions_report
from . import ir_http
