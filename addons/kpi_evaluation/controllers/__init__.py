from . import portal
from . import portal_cause
from . import report
