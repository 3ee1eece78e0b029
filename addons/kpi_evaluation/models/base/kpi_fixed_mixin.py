from odoo import api, models
from odoo.exceptions import UserError


class KpiFixedMixin(models.AbstractModel):
    """A record with fields that nobody types, though the ORM would let them.

    Stored computed fields without an inverse follow from others; ``FIXED_FIELDS`` are
    given when the record is made and stay. Both could be written over RPC.
    """

    _name = "kpi.fixed.mixin"
    _description = "Fields That Are Never Typed"

    FIXED_FIELDS = ()

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            for vals in vals_list:
                self._refuse(self._derived_fields().intersection(vals))
        return super().create(vals_list)

    def write(self, vals):
        self._refuse(self._derived_fields().intersection(vals))
        fixed = (name for name in self.FIXED_FIELDS if name in vals)
        self._refuse({name for name in fixed if self._changes(name, vals[name])})
        return super().write(vals)

    def _write_fixed(self, values):
        """Write past the guard, for a step that has checked the right itself."""
        return super().write(values)

    def _derived_fields(self):
        return {
            name
            for name, field in self._fields.items()
            if field._module == "kpi_evaluation"
            if field.compute and field.store and field.readonly and not field.inverse
        }

    def _changes(self, name, value):
        """Whether writing a value would change it; data files repeat what stands."""
        field = self._fields[name]
        return any(
            field.convert_to_cache(value, one) != field.convert_to_cache(one[name], one)
            for one in self
        )

    def _refuse(self, names):
        if names:
            raise UserError(self._sentence_of_fixed(min(names)))

    def _sentence_of_fixed(self, name):
        return self.env._(
            "“%(field)s” is given once or follows from other fields; nobody types it.",
            field=self._fields[name]._description_string(self.env),
        )
