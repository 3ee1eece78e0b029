from . import portal
from . import plan
from . import report
