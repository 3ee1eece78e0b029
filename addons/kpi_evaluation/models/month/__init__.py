"""A month as a whole: deadlines, opening, gaps, presence, reminders, lock (Điều 16)."""

from . import kpi_period
from . import kpi_period_words
from . import hr_employee_presence
from . import resource_calendar_leaves
from . import kpi_period_opening
from . import kpi_period_presence
from . import kpi_period_moves
from . import kpi_period_lock
from . import kpi_period_locking
from . import kpi_period_background
from . import kpi_period_gap
from . import kpi_period_gaps
from . import kpi_period_portal
from . import kpi_period_cockpit
from . import kpi_period_reminding
from . import kpi_notice_mixin
from . import kpi_reminder
