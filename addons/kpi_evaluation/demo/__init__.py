from . import kpi_demo
from . import kpi_demo_catalogue
from . import kpi_demo_sheets
from . import kpi_demo_plans
from . import kpi_demo_causes
from . import kpi_demo_life
from . import kpi_demo_days
from . import kpi_demo_after
