"""Judging a unit together: quota, meeting, ranking (Điều 8, 16)."""

from . import kpi_appraisal_sent_back
from . import kpi_quota_exception
from . import kpi_quota
from . import kpi_quota_ranking
from . import kpi_appraisal_quota
from . import kpi_appraisal_overview
from . import kpi_session
from . import kpi_session_sheets
from . import kpi_session_rights
from . import kpi_session_attendee
from . import kpi_session_vote
from . import kpi_session_meeting
from . import kpi_session_votes
from . import kpi_session_quota
from . import kpi_session_steps
from . import kpi_session_log
from . import kpi_session_opening
from . import kpi_appraisal_meeting
from . import kpi_appraisal_people_decision
from . import kpi_people
from . import kpi_people_giving
from . import kpi_people_work
from . import kpi_appraisal_summary
from . import kpi_session_papers
