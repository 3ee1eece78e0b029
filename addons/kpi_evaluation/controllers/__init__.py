from . import portal
from . import portal_steps
from . import report
