"""What is not typed yet is not called “False”."""

from odoo.tests import TransactionCase, tagged


@tagged("standard", "post_install", "-at_install")
class TestNamesOfNewRecords(TransactionCase):
    def test_a_new_record_has_no_name_of_pieces_that_are_missing(self):
        for name in sorted(self.env.registry):
            model = self.env[name]
            if not name.startswith("kpi.") or model._abstract or not model._auto:
                continue
            shown = model.new({}).display_name or ""
            with self.subTest(model=name, shown=shown):
                self.assertNotIn("False", shown)
                self.assertNotIn("None", shown)
                self.assertEqual(shown.strip(" –:"), shown)
