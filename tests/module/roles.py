"""Everyone who may come to a sheet, and the add-on's own models and methods."""

from collections import Counter

from .common import HR, INTERNAL, PORTAL, Agency

# How often each door was tried, for the closing lines of the test run.
ATTEMPTS = Counter()
ADDON = "odoo.addons.kpi_evaluation"
ROLES = (
    "employee",
    "other_employee",
    "evaluator",
    "other_evaluator",
    "hr",
    "hr_elsewhere",
    "internal",
    "inspector",
    "admin",
)


class Roles(Agency):
    """The agency with one user for each role, seen from the sheet of ``staff``."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls._person("Đỗ Văn Phó", "deputy", INTERNAL, cls.head)
        cls._person("Ngô Thị Dung", "staff", PORTAL, cls.deputy)
        elsewhere = cls._agency("UBND xã Bình Yên")
        cls.officer_elsewhere = cls._person(
            "Mai Nơi Khác", "staff", HR, None, elsewhere
        )
        cls.admin = cls._person(
            "Đinh Quản Trị", "staff", "kpi_evaluation.group_admin", cls.head
        )
        cls.users = {
            "employee": cls.staff.user_id,
            "other_employee": cls.colleague.user_id,
            "evaluator": cls.head.user_id,
            "other_evaluator": cls.deputy.user_id,
            "hr": cls.hr,
            "hr_elsewhere": cls.officer_elsewhere.user_id,
            "internal": cls._user("Trịnh Không Vai", INTERNAL),
            "inspector": cls._user(
                "Hồ Kiểm Tra", "kpi_evaluation.group_inspector", elsewhere
            ),
            "admin": cls.admin.user_id,
        }
        cls.work = cls._give(cls.staff, "K1", 4)
        cls.sheet = cls._open()[cls.staff]
        cls.delivery = cls._hand_in(cls.work, 1)
        cls.env.flush_all()

    def _as(self, role, record):
        """A record as a role sees it, with nothing left over in the cache."""
        ATTEMPTS["as a user of the ORM"] += 1
        self.env.flush_all()
        self.env.invalidate_all()
        return record.with_user(self.users[role]).with_prefetch()


def own_models(env):
    """{name: model} of the tables that the add-on defines."""
    return {
        name: env[name]
        for name, model in env.registry.items()
        if model._original_module == "kpi_evaluation" and not model._abstract
    }


def own_methods(env):
    """{(model, method)} of what the add-on offers over RPC.

    Methods that Odoo defines for every model are no offer of the add-on's own.
    """
    offered = set()
    for name, model in env.registry.items():
        stock = {
            method
            for base in model.__mro__
            if not base.__module__.startswith(ADDON)
            for method in vars(base)
        }
        for base in model.__mro__:
            if base.__module__.startswith(ADDON):
                offered |= {
                    (name, method)
                    for method, value in vars(base).items()
                    if callable(value) and not method.startswith("_")
                    if method not in stock
                }
    return offered
