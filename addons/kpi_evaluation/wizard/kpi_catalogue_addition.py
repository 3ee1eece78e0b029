from itertools import count

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..folding import fold

CODE = "BS.{:02}"  # bổ sung
COPIED = ("annex", "division", "detail", "difficulty", "process", "coordination")
COPIED += ("scope", "points")


class KpiCatalogueAddition(models.TransientModel):
    """Work from outside the catalogue, taken up by a draft (Handbook ch. V, 2.đ).

    What many people did under one name becomes one product, with the points of the
    product it was likened to, as the draft has it.
    """

    _name = "kpi.catalogue.addition"
    _description = "Addition to a Catalogue"

    catalogue_id = fields.Many2one(
        "kpi.catalogue", string="Draft", required=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="catalogue_id.company_id")
    assignment_ids = fields.Many2many(
        "kpi.assignment",
        string="Work to add",
        compute="_compute_assignment_ids",
        store=True,
        readonly=False,
        domain="[('company_id', '=', company_id), ('is_unlisted', '=', True), "
        "('listed_item_id', '=', False)]",
    )

    @api.depends("catalogue_id")
    def _compute_assignment_ids(self):
        """All that waits; the officer takes off what is not to be added."""
        for addition in self:
            catalogue = addition.catalogue_id
            addition.assignment_ids = self.env["kpi.assignment"].search(
                [
                    ("company_id", "=", catalogue.company_id.id),
                    *catalogue._waiting_work(),
                ]
            )

    def action_add(self):
        """Add the chosen work to the draft, a product for each name."""
        self.ensure_one()
        self.check_access("write")
        self.catalogue_id._check_step("edit")
        self.catalogue_id.check_access("write")
        self.assignment_ids.check_access("read")
        works = self.assignment_ids.filtered_domain(self.catalogue_id._waiting_work())
        works = works.filtered(lambda one: one.company_id == self.company_id)
        if not works:
            raise UserError(self.env._("Choose at least one piece of work."))
        by_name = works.grouped(lambda work: fold(work.name))
        items = self.env["kpi.catalogue.item"].create(self._values(by_name))
        for item, same in zip(items, by_name.values(), strict=True):
            # sudo: that a version took the work up changes nothing of the work itself
            same.sudo()._write_fixed({"listed_item_id": item.id})
        return self.catalogue_id.action_open_items()

    def _values(self, by_name):
        likened = {
            name: works.sorted("id")[-1].item_id for name, works in by_name.items()
        }
        own = self._own_items([item.code for item in likened.values()])
        groups = {group.code: group for group in self.catalogue_id.group_ids}
        codes = self._free_codes()
        return [
            self._product(
                works.sorted("id")[:1],
                own.get(likened[name].code, likened[name]),
                groups,
                codes,
            )
            for name, works in by_name.items()
        ]

    def _product(self, work, likened, groups, codes):
        group = groups.get(likened.group_id.code)
        if not group:
            raise UserError(
                self.env._(
                    "The draft has no group %(group)s, to which “%(work)s” would "
                    "belong. Add the group first (Điều 10.1).",
                    group=likened.group_id.code,
                    work=work.name,
                )
            )
        return {name: likened[name] for name in COPIED} | {
            "catalogue_id": self.catalogue_id.id,
            "code": next(codes),
            "name": work.name,
            "product": work.product,
            "group_id": group.id,
            "department_id": likened.department_id.id,
            "audience": likened.audience,
            "note": self.env._("Likened to %(item)s", item=likened.display_name),
        }

    def _own_items(self, codes):
        """{code: product} of the draft."""
        items = self.env["kpi.catalogue.item"].search(
            [("catalogue_id", "=", self.catalogue_id.id), ("code", "in", codes)]
        )
        return {item.code: item for item in items}

    def _free_codes(self):
        items = self.env["kpi.catalogue.item"].with_context(active_test=False)
        taken = items.search([("catalogue_id", "=", self.catalogue_id.id)])
        taken = {code.casefold() for code in taken.mapped("code")}
        codes = (CODE.format(number) for number in count(1))
        return (code for code in codes if code.casefold() not in taken)
