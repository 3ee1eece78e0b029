"""An older database is made ready before a new version is loaded over it."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from odoo.modules import get_module_path
from odoo.tests import TransactionCase, tagged

from .common import KpiCase

SCRIPTS = Path(get_module_path("kpi_evaluation"), "migrations/0.0.0")
RULES = ("late_steps", "publication_unit")


class Upgrading:
    """Runs a script of the upgrade as an upgrade would."""

    def _migrate(self, name="pre-clauses"):
        self.env.flush_all()
        spec = spec_from_file_location(name, SCRIPTS / f"{name}.py")
        script = module_from_spec(spec)
        spec.loader.exec_module(script)
        script.migrate(self.env.cr, "19.0.0.1.0")
        self.env.invalidate_all()


@tagged("standard", "post_install", "-at_install")
class TestUpgrade(Upgrading, TransactionCase):
    def _rules(self):
        clauses = self.env["kpi.regulation.clause"].search([("company_id", "=", False)])
        return {(one.code, str(one.date_from), one.value) for one in clauses}

    def test_rules_that_the_database_does_not_know_come_first(self):
        before = self._rules()
        self.env.cr.execute(
            "DELETE FROM ir_model_data WHERE model = 'kpi.regulation.clause' AND "
            "res_id IN (SELECT id FROM kpi_regulation_clause WHERE code IN %s)",
            [RULES],
        )
        self.env.cr.execute(
            "DELETE FROM kpi_regulation_clause WHERE code IN %s", [RULES]
        )
        self.env.invalidate_all()
        self.assertLess(self._rules(), before)
        self._migrate()
        self.assertEqual(self._rules(), before)
        for code in RULES:
            self.assertTrue(
                self.env.ref(f"kpi_evaluation.clause_{code}_20260601").code, code
            )

    def test_a_database_that_knows_them_all_stays_as_it_is(self):
        before = self.env["kpi.regulation.clause"].search_count([])
        self._migrate()
        self.assertEqual(self.env["kpi.regulation.clause"].search_count([]), before)

    def test_an_extension_that_is_gone_no_longer_stops_the_view_it_extends(self):
        view = self.env.ref("kpi_evaluation.portal_task_group")
        gone = view.create(
            {
                "type": "qweb",
                "mode": "extension",
                "inherit_id": view.id,
                "name": "Gone",
                "arch": "<article position='inside'><i/></article>",
            }
        )
        self.env["ir.model.data"].create(
            {
                "module": "kpi_evaluation",
                "name": "portal_gone",
                "model": "ir.ui.view",
                "res_id": gone.id,
            }
        )
        mine = self._extensions() - gone
        self._migrate("pre-views")
        self.assertFalse(gone.active)
        self.assertEqual(self._extensions(), mine)
        view.arch = view.arch.replace("article", "section")

    def _extensions(self):
        names = self.env["ir.model.data"].search(
            [("module", "=", "kpi_evaluation"), ("model", "=", "ir.ui.view")]
        )
        views = self.env["ir.ui.view"].browse(names.mapped("res_id"))
        return views.filtered(lambda view: view.active and view.inherit_id)


class TestRulesOfAnUpgrade(Upgrading, KpiCase):
    def _amend(self, code, value):
        """Add a row in SQL, as the upgrade does before anything is loaded."""
        self.env.cr.execute(
            "INSERT INTO kpi_regulation_clause (code, name, value, unit, clause, "
            "date_from) SELECT code, name, %s, unit, clause, %s "
            "FROM kpi_regulation_clause WHERE code = %s LIMIT 1",
            (value, self.period.date_start, code),
        )

    def test_open_sheets_follow_a_rule_that_an_upgrade_brought(self):
        work = self._give(self.staff)
        sheet = self._open()[self.staff]
        self._hand_in(work, 1).with_user(self.head.user_id).action_return("Sai")
        self._deliver(work)
        before = sheet.quality_ratio
        self._amend("fault_penalty", "40")
        self._migrate("post-clauses")
        self.assertEqual((before, sheet.quality_ratio), (75, 60))
        self._set_behind(sheet, quality_ratio=1)
        self._migrate("post-clauses")
        self.assertEqual(sheet.quality_ratio, 1, "it is done once")
