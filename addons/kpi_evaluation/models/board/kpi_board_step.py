from odoo import api, fields, models


class KpiBoardStep(models.TransientModel):
    """Something that the HR officer still has to set up before a month is judged."""

    _name = "kpi.board.step"
    _description = "Step of Setting Up"
    _order = "id"

    board_id = fields.Many2one(
        "kpi.board", required=True, index=True, ondelete="cascade"
    )
    kind = fields.Selection(
        [
            ("people", "People"),
            ("unit", "Kinds of the units"),
            ("category", "Categories"),
            ("evaluator", "Evaluators"),
            ("account", "Accounts"),
            ("catalogue", "Catalogue"),
            ("month", "The month"),
        ],
        string="Still missing",
        readonly=True,
    )
    missing_count = fields.Integer(string="How many", readonly=True)
    sentence = fields.Char(string="What to do", compute="_compute_sentence")

    @api.depends("kind")
    def _compute_sentence(self):
        sentences = self._sentences_of_agencies() | self._sentences_of_records()
        for step in self:
            step.sentence = sentences.get(step.kind, "")

    def _sentences_of_agencies(self):
        return {
            "people": self.env._(
                "Enter the people of the agency or import their list, each with unit, "
                "title and KPI category (Điều 7.2)."
            ),
            "catalogue": self.env._(
                "Import the catalogue of converted products and have it approved by "
                "decision (Điều 10)."
            ),
            "month": self.env._("Open the month for everybody (Điều 16)."),
        }

    def _sentences_of_records(self):
        return {
            "unit": self.env._(
                "Say what kind of organisation these units are; who judges whom "
                "follows from it (Điều 9)."
            ),
            "category": self.env._(
                "Choose the KPI category of these people; without it no sheet can be "
                "opened for them (Điều 7.2)."
            ),
            "evaluator": self.env._(
                "Name the head of the unit, or a substitute: nobody judges these "
                "people yet (Điều 6.2, 9)."
            ),
            "account": self.env._(
                "Make accounts for these people, so that they can assess themselves "
                "(Điều 15.2): select them in the list, then Actions."
            ),
        }

    def action_open(self):
        """The list where it is filled in, showing those who lack it."""
        self.ensure_one()
        name, domain = self.board_id._places_of_setting_up()[self.kind]
        action = self.env["ir.actions.act_window"]._for_xml_id(f"kpi_evaluation.{name}")
        return action | {"domain": list(domain), "context": {}}
