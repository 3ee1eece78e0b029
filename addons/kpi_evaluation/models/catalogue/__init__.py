"""Products and their coefficients, approved version by version (Điều 10)."""

from . import kpi_catalogue_part_mixin
from . import kpi_catalogue
from . import kpi_catalogue_life
from . import kpi_catalogue_approval
from . import kpi_catalogue_parts
from . import kpi_catalogue_version
from . import kpi_complexity_group
from . import kpi_catalogue_item
from . import kpi_catalogue_item_part
from . import kpi_catalogue_item_score
from . import kpi_catalogue_item_usable
from . import kpi_catalogue_item_named
from . import kpi_catalogue_export
from . import kpi_catalogue_item_listed
from . import kpi_catalogue_given
from . import kpi_catalogue_on_paper
