from odoo import api, fields, models
from odoo.exceptions import ValidationError


class KpiCatalogue(models.Model):
    """The life of a version: drawn up, approved, superseded (Điều 10, 20.2).

    ::

        draft ─approve→ approved ─supersede→ superseded

    Only a draft changes; what comes after is the law of the agency for its months.
    """

    _inherit = "kpi.catalogue"

    TRANSITIONS = {
        "edit": (("draft",), None),
        "approve": (("draft",), "approved"),
        "supersede": (("approved",), "superseded"),
        "new_version": (("draft", "approved", "superseded"), None),
    }

    approval_hint = fields.Text(compute="_compute_approval_hint")

    @api.depends_context("uid")
    @api.depends("state", "decision_number", "decision_date", "decision_authority")
    @api.depends("date_from", "standard_points", "group_ids", "item_ids")
    def _compute_approval_hint(self):
        drafts = self._origin.filtered(lambda one: one.state == "draft")
        reasons = drafts._reasons_against("approve")
        for catalogue in self:
            catalogue.approval_hint = reasons.get(catalogue._origin, "")

    @api.constrains("predecessor_id")
    def _check_predecessor(self):
        for catalogue in self:
            earlier = catalogue.predecessor_id
            if earlier and earlier.company_id != catalogue.company_id:
                raise ValidationError(
                    self.env._("The earlier version belongs to another agency.")
                )

    def action_approve(self):
        """Put the version in force from its date on, in the place of the one before.

        For HR. Raises UserError with all that is missing: decision, standard product,
        products without points or division (Điều 10, 20.2).
        """
        for catalogue in self.sorted("date_from"):
            earlier = catalogue._latest_approved()
            catalogue._take(
                "approve",
                {
                    "predecessor_id": earlier.id,
                    "approved_on": fields.Datetime.now(),
                    "approved_by_id": self.env.uid,
                },
            )
            earlier.filtered(lambda one: one.state == "approved")._take("supersede")
        return True

    def _latest_approved(self):
        """The agency's version that begins last of all that were approved."""
        self.ensure_one()
        return self.search(
            [("company_id", "=", self.company_id.id), ("state", "!=", "draft")], limit=1
        )

    def _reasons_of_step(self, step):
        if not self.env.user.has_group("kpi_evaluation.group_hr"):
            return dict.fromkeys(
                self, self.env._("Only the HR officer keeps the catalogue (Điều 20.2).")
            )
        if step == "approve":
            return {one: "\n".join(one._reasons_against_approval()) for one in self}
        return super()._reasons_of_step(step)

    def _reason_of_state(self, step):
        if step == "edit":
            return self._sentence_of_frozen()
        return super()._reason_of_state(step)

    def _sentence_of_frozen(self):
        return self.env._(
            "“%(catalogue)s” is approved and never changes. Make a new version of it, "
            "change that, and have it approved (Điều 10).",
            catalogue=self.display_name,
        )

    def unlink(self):
        self._check_draft()
        # In this order: a group is held by its products.
        self.with_context(active_test=False).item_ids.unlink()
        return super().unlink()
