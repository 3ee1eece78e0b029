from odoo import models
from odoo.exceptions import UserError

from ..base.paper_text import plain
from ..base.portal_text import typed_number
from .kpi_appraisal_support import MARK_FIELDS

LEADER_FIELDS = (
    "organising_level",
    "organising_reason",
    "unity_level",
    "unity_reason",
)
PROPOSAL = ("proposed_grade", "grade_reason")
STEPS_OF_JUDGE = (
    "give_opinion",
    "return",
    "review",
    "reopen",
    "propose",
    "send_back",
    "decide",
)


class KpiAppraisal(models.Model):
    """The opinion on somebody, as a judge without a licence gives it (Điều 16).

    The portal's form is written and its steps are taken by the methods of the screens,
    under the same guards.
    """

    _inherit = "kpi.appraisal"

    def _judge_view(self, typed=None):
        """The whole sheet for its judge; ``typed``: a form that was refused."""
        self.ensure_one()
        todo = self._todo_of_judge()[self]
        reasons = {one: self._reasons_against(one)[self] for one in STEPS_OF_JUDGE}
        step = {"self_assessed": "review", "reviewed": "decide"}.get(self.state)
        return (
            self._people_row(todo)
            | self._form_view(typed or {})
            | {
                "period": {"id": self.period_id.id, "name": self.period_id.name},
                "may": {one: not reason for one, reason in reasons.items()},
                "hint": step and todo and reasons[step] or "",
                "self": self._own_words(),
                "score": self._judge_score(),
                "work": self._work_tables()[self],
                "return_reason": self.return_reason or "",
                "sent_back_reason": self.sent_back_reason or "",
            }
        )

    def _form_view(self, typed):
        """The form of the opinion, with what is saved or was typed."""
        saved = {name: self._as_typed(name) for name in self._typed_names()}
        return {
            "form": {name: typed.get(name, text) for name, text in saved.items()},
            "reason": typed.get("reason", ""),
            "groups": self._judge_groups(typed) if self.state != "draft" else [],
            "max_points": plain(sum(self.criterion_ids.mapped("max_points"))),
            "choices": self._judge_choices(),
            "marks": self._mark_labels(),
            "is_leader": self.position_category in ("head", "deputy"),
        }

    def _typed_names(self):
        """The fields of the opinion that stand in this sheet's form."""
        names = ["evaluator_comment", *PROPOSAL]
        if self.position_category in ("head", "deputy"):
            names += LEADER_FIELDS
        if self.takes_support_marks:
            names += MARK_FIELDS.values()
        return names

    def _as_typed(self, name):
        if name in MARK_FIELDS.values():
            return plain(self[name]) if self[f"{name}_given"] else ""
        return self[name] or ""

    def _mark_labels(self):
        if not self.takes_support_marks:
            return []
        return [
            (name, self._fields[name]._description_string(self.env))
            for name in MARK_FIELDS.values()
        ]

    def _judge_choices(self):
        names = ("proposed_grade", "organising_level")
        return {
            name: self._fields[name]._description_selection(self.env) for name in names
        }

    def _own_words(self):
        """What the person says of themselves, once it is handed in."""
        if self.state == "draft":
            return {}
        return {
            "strengths": self.self_strengths or "",
            "weaknesses": self.self_weaknesses or "",
            "total": plain(self.self_total_score) if self.self_grade else "",
        }

    def _judge_score(self):
        grades = dict(self._fields["grade"]._description_selection(self.env))
        return {
            "total": plain(self.total_score) if self.is_scorable else "",
            "grade": grades.get(self.system_grade, ""),
            "rows": self._trace_rows(),
            "missing": self._missing_sentences(),
        }

    def _judge_groups(self, typed):
        """The criteria by groups, both sides' points beside each other."""
        lines = self.criterion_ids.sorted("sequence")
        groups = lines.grouped(lambda line: (line.group_code, line.group_name))
        return [
            {
                "code": code or "",
                "name": name or "",
                "max": plain(sum(members.mapped("max_points"))),
                "lines": [line._judge_view(typed) for line in members],
            }
            for (code, name), members in groups.items()
        ]

    def _save_opinion(self, form):
        """Save the evaluator's side as typed into the portal's form."""
        self.ensure_one()
        self._check_step("give_opinion")
        for line in self.criterion_ids:
            line._save_judged(form)
        values = {
            name: self._typed_value(name, form[name])
            for name in self._typed_names()
            if name in form and (form[name] or "").strip() != self._as_typed(name)
        }
        if values:
            self.write(values)

    def _typed_value(self, name, text):
        """What was typed into a field of the opinion; UserError for what is none."""
        text, field = (text or "").strip(), self._fields[name]
        if name in MARK_FIELDS.values():
            value = typed_number(text)
            is_none = not isinstance(value, float)
        else:
            value = text or False
            choices = dict(getattr(field, "selection", ()))
            is_none = bool(choices and text) and text not in choices
        if is_none:
            raise UserError(
                self.env._(
                    "“%(text)s” is no answer to “%(field)s”; choose or type it again.",
                    text=text,
                    field=field._description_string(self.env),
                )
            )
        return value

    def _save_proposal(self, form):
        """Propose another class after the opinion, as whoever decides (Điều 8.5)."""
        values = {
            name: self._typed_value(name, form[name])
            for name in PROPOSAL
            if name in form
        }
        if "proposed_grade" in values:
            values["proposed_grade"] = values["proposed_grade"] or self.system_grade
        if any((self[name] or False) != value for name, value in values.items()):
            self.write(values)

    def _take_judge_step(self, step, form):
        """Take a step of the judge with what was typed for it; none only saves."""
        self.ensure_one()
        reason = form.get("reason") or ""
        if step in ("propose", "decide"):
            self._save_proposal(form)
        take = {
            "return": lambda: self.action_return(reason),
            "review": self.action_review,
            "reopen": self.action_reopen,
            "send_back": lambda: self.action_send_back(reason),
            "decide": self.action_decide,
        }.get(step)
        if take:
            take()
