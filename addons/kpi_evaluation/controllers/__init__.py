from . import portal
from . import portal_cause
from . import portal_after
from . import portal_steps
from . import plan
from . import report
from . import catalogue
from . import portal_people
