from odoo import models
from odoo.exceptions import UserError

from ...regulation.shares import left_over
from ...regulation.values import exact
from ..base.paper_text import plain

SHARE = {"employee_id", "period_id", "quantity", "date_deadline"}


class KpiJointProduct(models.Model):
    """Joint work is shared out: to whom, for which month, how much (Điều 15.1.c)."""

    _inherit = "kpi.joint.product"

    def action_split(self, shares):
        """Give shares of the product in one go; return the ids of the assignments.

        For whoever may write this joint product and give work to each of the people.
        ``shares``: [{"employee_id", "period_id", "quantity", "date_deadline"}], with
        quantities of the product. Raises UserError, with what is left, when the
        shares exceed it, when a share is not clear, or when the person in charge
        would be left without a share (Điều 15.1.c).
        """
        self.ensure_one()
        self.check_access("write")
        self._check_shares(shares)
        # sudo: the coefficient is that of the joint work; the right is checked below
        works = self.env["kpi.assignment"].sudo()
        given = works.create([self._share_values(share) for share in shares])
        given.sudo(False)._check_reach()
        self._check_owner_has_share()
        return given.ids

    def _check_owner_has_share(self):
        joint = self.sudo()  # sudo: whose the other shares are may be hidden
        shares = joint.assignment_ids
        shares = shares.filtered_domain(shares._counted_domain())
        if joint.owner_id not in shares.employee_id:
            raise UserError(
                self.env._(
                    "%(person)s is in charge of “%(work)s” and needs a share too "
                    "(Điều 15.1.c).",
                    person=joint.owner_id.name,
                    work=self.name,
                )
            )

    def _check_shares(self, shares):
        asked = self._asked(shares)
        left = left_over(self.quantity, self._shares())
        if asked > left:
            raise UserError(
                self.env._(
                    "These shares are %(asked)s together, but only %(left)s of "
                    "“%(work)s” is left to share out (Điều 15.1.c).",
                    asked=plain(asked),
                    left=plain(left),
                    work=self.name,
                )
            )

    def _asked(self, shares):
        """The shares together; UserError when one of them is none."""
        if not shares or not all(
            isinstance(share, dict) and share.keys() <= SHARE for share in shares
        ):
            raise UserError(
                self.env._(
                    "A share says who, for which month, how much and until when "
                    "(Điều 15.1.c)."
                )
            )
        try:
            return sum(exact(share.get("quantity")) for share in shares)
        except ValueError as error:
            raise UserError(
                self.env._("Each share is a number above 0 (Điều 15.1.c).")
            ) from error

    def _share_values(self, share):
        is_owner = share.get("employee_id") == self.sudo().owner_id.id  # sudo: its id
        return share | {
            "joint_id": self.id,
            "item_id": self.item_id.id,
            "name": self.name,
            "coefficient": self.coefficient,
            "origin": self.origin,
            "responsibility": "owner" if is_owner else "collaborator",
        }
