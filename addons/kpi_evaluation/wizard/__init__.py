from . import kpi_file_import_mixin, kpi_file_line_mixin
from . import kpi_catalogue_import, kpi_catalogue_import_line, kpi_evaluator_change
from . import kpi_work_file, kpi_work_file_book, kpi_work_file_line
from . import kpi_hand_in
from . import kpi_delivery_return, kpi_delivery_reopen, kpi_cause_refusal
from . import kpi_catalogue_comparison, kpi_catalogue_difference
from . import kpi_catalogue_addition
from . import kpi_appraisal_return
from . import kpi_quota_plan
from . import kpi_quota_plan_line
from . import kpi_rollup_count
from . import kpi_assignment_reason, kpi_assignment_transfer, kpi_assignment_ask
from . import kpi_joint_split, kpi_joint_split_line
from . import kpi_staff_move, kpi_staff_move_line
from . import kpi_appraisal_override
from . import kpi_appraisal_annul
from . import kpi_objection_answer
from . import kpi_complaint_answer
from . import kpi_period_locking
from . import kpi_plan_return
from . import kpi_schedule_print
from . import kpi_schedule_paper
from . import kpi_deadline_extension
from . import kpi_external_result
from . import kpi_account_creation
from . import kpi_account_creation_line
from . import kpi_archive
from . import kpi_province_report
