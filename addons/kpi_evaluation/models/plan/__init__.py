"""Plans of units and people, the weekly schedule (Điều 11, 16 step 1)."""

from . import kpi_plan
from . import kpi_plan_placing
from . import kpi_plan_rights
from . import kpi_plan_line
from . import kpi_plan_line_log
from . import kpi_plan_version
from . import kpi_plan_line_item
from . import kpi_plan_drawing
from . import kpi_plan_steps
from . import kpi_plan_reasons
from . import kpi_plan_copy
from . import kpi_plan_opening
from . import kpi_period_plans
from . import kpi_plan_own
from . import kpi_plan_facts
from . import kpi_plan_portal
from . import kpi_plan_paper
from . import kpi_plan_people
