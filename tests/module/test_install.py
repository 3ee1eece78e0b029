import io
import os
import re
from pathlib import Path

import polib

from odoo.models import LOG_ACCESS_COLUMNS
from odoo.modules import get_module_path
from odoo.tests import TransactionCase, tagged
from odoo.tools.translate import trans_export

from .roles import own_models

ADDON = Path(get_module_path("kpi_evaluation"))
TROUBLE = re.compile(r"^\S+ \S+ \d+ (WARNING|ERROR|CRITICAL) .*", re.MULTILINE)
# What holds for every agency alike.
LAW = {"kpi.org.kind", "kpi.position", "kpi.authority.rule"}
# What is added to Odoo's own models belongs to the stage of the organisation, which
# ends where the catalogue begins.
AFTER_THE_ORGANISATION = "kpi_catalogue"


def imported(path):
    """Return what a package imports, in its order."""
    return re.findall(r"from \. import (\w+)", path.read_text())


@tagged("standard", "post_install", "-at_install")
class TestInstall(TransactionCase):
    """What an installation leaves behind is complete and silent."""

    def _assert_log_is_silent(self, variable):
        path = os.environ.get(variable)
        self.assertTrue(
            path, f"{variable} must name the log of the installation, as ./test does it"
        )
        text = Path(path).read_text()
        self.assertIn("odoo.modules", text, "this is no log of an installation")
        self.assertEqual([one.group() for one in TROUBLE.finditer(text)], [])

    def test_the_installation_warns_of_nothing(self):
        self._assert_log_is_silent("KPI_INSTALL_LOG")

    def test_every_many2one_points_upstream(self):
        models = ADDON / "models"
        order = [
            name
            for area in imported(models / "__init__.py")
            for name in imported(models / area / "__init__.py")
        ]
        own = own_models(self.env)
        place = {
            name: order.index(name.replace(".", "_"))
            for name in own
            if not own[name]._transient
        }
        organisation = order.index(AFTER_THE_ORGANISATION) - 1
        for name, model in self.env.items():
            for field in model._fields.values():
                if field._module != "kpi_evaluation" or field.type != "many2one":
                    continue
                if field.comodel_name in place:
                    here = place.get(name, len(order) if name in own else organisation)
                    self.assertLessEqual(place[field.comodel_name], here, str(field))

    def test_deleting_something_empties_no_link_to_it(self):
        """A rule of a deleted agency would hold for all, a verdict be nobody's."""
        for model in own_models(self.env).values():
            for field in model._fields.values():
                is_own = field.type == "many2one" and field._module == "kpi_evaluation"
                if is_own and field.store and field.name not in LOG_ACCESS_COLUMNS:
                    with self.subTest(field=str(field)):
                        self.assertNotEqual(field.ondelete, "set null")

    def test_every_model_says_who_may_touch_it(self):
        for name in own_models(self.env):
            with self.subTest(model=name):
                access = self.env["ir.model.access"].search([("model_id", "=", name)])
                self.assertTrue(access)
                self.assertTrue(all(access.mapped("group_id")), "open to everybody")

    def test_every_right_to_an_agency_s_data_is_bounded_by_a_rule(self):
        for name, model in own_models(self.env).items():
            if name in LAW:
                continue
            rules = self.env["ir.rule"].search([("model_id.model", "=", name)])
            access = self.env["ir.model.access"].search([("model_id.model", "=", name)])
            for one in access:
                for operation in ("read", "write", "create", "unlink"):
                    if not one[f"perm_{operation}"]:
                        continue
                    with self.subTest(model=name, right=one.name, to=operation):
                        groups = one.group_id.all_implied_ids
                        self.assertTrue(
                            rules.filtered(
                                lambda rule, o=operation, g=groups: (
                                    rule[f"perm_{o}"]
                                    and (not rule.groups or rule.groups & g)
                                )
                            )
                        )
            self.assertTrue(model._fields)

    def test_every_view_opens_for_every_group(self):
        users = {
            group: self.env["res.users"].create(
                {
                    "name": group,
                    "login": group,
                    "group_ids": [(6, 0, self.env.ref(group).ids)],
                }
            )
            for group in (
                "base.group_user",
                "kpi_evaluation.group_hr",
                "kpi_evaluation.group_inspector",
                "kpi_evaluation.group_admin",
            )
        }
        views = self.env["ir.ui.view"].browse(self._ids_of("ir.ui.view"))
        for view in views.filtered("model"):
            for group, user in users.items():
                model = self.env[view.model].with_user(user)
                if model.has_access("read"):
                    with self.subTest(view=view.xml_id, group=group):
                        self.assertTrue(model.get_view(view.id, view.type)["arch"])

    def test_every_menu_leads_to_an_action_its_readers_may_open(self):
        menus = self.env["ir.ui.menu"].browse(self._ids_of("ir.ui.menu"))
        # A menu that leads to a page (the portal) has no model of its own.
        for menu in menus.filtered(lambda m: m.action and "res_model" in m.action):
            model = self.env[menu.action.res_model]
            for group in self._groups_of(menu):
                with self.subTest(menu=menu.complete_name, group=group.name):
                    access = self.env["ir.model.access"].search(
                        [("model_id.model", "=", model._name), ("perm_read", "=", True)]
                    )
                    self.assertTrue(access.group_id & group.all_implied_ids)

    def _groups_of(self, menu):
        while menu and not menu.group_ids:
            menu = menu.parent_id
        return menu.group_ids or self.env.ref("base.group_user")

    def _ids_of(self, model):
        data = self.env["ir.model.data"].search(
            [("module", "=", "kpi_evaluation"), ("model", "=", model)]
        )
        return data.mapped("res_id")

    def test_every_string_speaks_vietnamese(self):
        catalogue = polib.pofile(str(ADDON / "i18n" / "vi.po"))
        spoken = {entry.msgid for entry in catalogue if entry.translated()}
        wanted = io.BytesIO()
        trans_export(None, ["kpi_evaluation"], wanted, "po", self.env)
        strings = {entry.msgid for entry in polib.pofile(wanted.getvalue().decode())}
        self.assertEqual(sorted(strings - spoken), [])

    def test_a_translation_keeps_the_names_of_its_placeholders(self):
        name = re.compile(r"%\((\w+)\)s")
        for entry in polib.pofile(str(ADDON / "i18n" / "vi.po")):
            with self.subTest(string=entry.msgid):
                self.assertLessEqual(
                    set(name.findall(entry.msgstr)), set(name.findall(entry.msgid))
                )
