from odoo import api, fields, models
from odoo.exceptions import UserError

from ...regulation.values import exact

# What is left blank in these is 0 or no.
NEVER_EMPTY = ("boolean", "float", "integer")


class KpiTypedMixin(models.AbstractModel):
    """A record that answers in words to what no screen would send.

    Numbers that are none, days that no calendar has and ids of nothing are refused
    before anything is written, whoever sends them (Sổ tay chương VIII.4.d).
    """

    _name = "kpi.typed.mixin"
    _description = "Values Checked before They Are Written"

    @api.model_create_multi
    def create(self, vals_list):
        self._check_typed(vals_list)
        for vals in vals_list:
            self._check_given(
                name for name in self._needed_fields() if name not in vals
            )
        return super().create(vals_list)

    def write(self, vals):
        self._check_typed([vals])
        return super().write(vals)

    def _needed_fields(self):
        """What must be given with a new record, for nothing else gives it."""
        return [
            name
            for name, field in self._fields.items()
            if field.required and not (field.compute or field.default or field.related)
        ]

    def _check_given(self, missing):
        for name in missing:
            raise UserError(
                self.env._(
                    "“%(field)s” must be given.",
                    field=self._fields[name]._description_string(self.env),
                )
            )

    @api.model
    def _check_typed(self, vals_list):
        links = {}
        for vals in vals_list:
            for name, value in vals.items():
                field = self._fields.get(name)
                if not field:
                    raise UserError(
                        self.env._("There is no field “%(field)s”.", field=name)
                    )
                if value is None or value is False:
                    is_needed = field.required and field.type not in NEVER_EMPTY
                    self._check_given([name] if is_needed else [])
                    continue
                if field.type == "many2one":
                    links.setdefault(field, set()).add(self._id_of(field, value))
                elif not self._is_value_of(field, value):
                    raise UserError(self._sentence_of_value(field))
        for field, ids in links.items():
            # sudo: whether a record exists; what may be named is checked elsewhere
            comodel = self.env[field.comodel_name].sudo()
            if len(comodel.browse(ids).exists()) != len(ids):
                raise UserError(self._sentence_of_value(field))

    def _id_of(self, field, value):
        if not isinstance(value, int) or isinstance(value, bool):
            raise UserError(self._sentence_of_value(field))
        return value

    def _is_value_of(self, field, value):
        if field.type in ("char", "text"):
            return isinstance(value, str)
        if field.type == "selection":
            return value in field.get_values(self.env)
        read = {
            "float": exact,
            "integer": exact,
            "date": fields.Date.to_date,
            "datetime": fields.Datetime.to_datetime,
        }
        try:
            return field.type not in read or read[field.type](value) is not None
        except (TypeError, ValueError):
            return False

    def _sentence_of_value(self, field):
        return self.env._(
            "What was given for “%(field)s” is no such value; correct it and send it "
            "again.",
            field=field._description_string(self.env),
        )
