"""The Regulation as data: its clauses, the forms and their criteria."""

from . import kpi_regulation_clause
from . import kpi_form
from . import kpi_criterion
from . import kpi_regulation_clause_history
from . import kpi_regulation_clause_meaning
