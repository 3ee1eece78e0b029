"""Who is where and who judges whom (Điều 9): units, people, bodies, substitutes."""

from . import kpi_authority_source
from . import kpi_org_kind
from . import kpi_position
from . import kpi_task_group
from . import hr_department
from . import hr_department_quota
from . import hr_version
from . import hr_version_duties
from . import hr_employee
from . import resource_calendar
from . import hr_employee_staff_code
from . import res_users
from . import kpi_body
from . import kpi_authority_rule
from . import kpi_delegation
from . import res_users_acting
from . import kpi_delegation_acting
from . import hr_employee_leading
from . import kpi_authority
from . import kpi_authority_words
from . import kpi_authority_head
from . import hr_employee_party
from . import hr_employee_account
from . import hr_department_paper
from . import res_company_paper
