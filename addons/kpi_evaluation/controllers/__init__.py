from . import portal
from . import portal_cause
from . import portal_after
from . import report
from . import catalogue
