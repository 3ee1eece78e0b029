from . import controllers
from . import models
from . import wizard
from . import demo
from .models.decision.kpi_decision_guard import forget_decision_triggers
