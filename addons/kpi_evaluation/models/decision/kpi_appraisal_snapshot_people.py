from datetime import timezone

from odoo import models

from ...regulation.deadlines import LOCAL


class KpiAppraisal(models.Model):
    """Who is judged, who judged and in whose stead, as named at that time (Điều 9)."""

    _inherit = "kpi.appraisal"

    def _frozen_people(self):
        """{sheet: everybody concerned with their titles, as plain values}."""
        titles, delegations = self._titles_of_judges(), self._delegations_concerned()
        return {
            sheet: {
                "person": sheet._frozen_person(),
                "authority": sheet._frozen_authority(),
                "opinion": _act(
                    sheet.reviewed_by_id,
                    titles,
                    delegations.get((sheet.evaluator_id, sheet.reviewed_by_id), ()),
                    sheet.reviewed_on,
                ),
                "decision": _act(
                    sheet.decided_by_id,
                    titles,
                    delegations.get(
                        (sheet.decider_id or sheet.evaluator_id, sheet.decided_by_id),
                        (),
                    ),
                    sheet.decided_on,
                ),
            }
            for sheet in self
        }

    def _frozen_person(self):
        return {
            "id": self.employee_id.id,
            "name": self.employee_name,
            "title": self.job_title or None,
            "unit": {
                "id": self.department_id.id or None,
                "name": self.department_name or None,
            },
            "category": self.position_category or None,
            "task_group": self.task_group_id.name or None,
        }

    def _frozen_authority(self):
        return {
            "clause": self.authority_clause or None,
            "note": self.authority_note or None,
            "evaluator": {
                "id": self.evaluator_id.id or None,
                "name": self.evaluator_name or None,
                "title": self.evaluator_title or None,
            },
            "decider": _named(self.decider_id),
            "body": _named(self.body_id),
            "chair": _named(self.body_id.chair_id),
        }

    def _titles_of_judges(self):
        """{user who took a step: the titles they have today}."""
        users = self.reviewed_by_id | self.decided_by_id
        people = self.env["hr.employee"].search([("user_id", "in", users.ids)])
        versions = people._versions_on(self.env["kpi.regulation.clause"]._today())
        return {
            user: [title for one in of_user if (title := versions[one].job_title)]
            for user, of_user in people.grouped("user_id").items()
        }

    def _delegations_concerned(self):
        """{(principal, user who took a step): the authorisations between them}."""
        users = self.reviewed_by_id | self.decided_by_id
        found = self.env["kpi.delegation"].search(
            [
                ("principal_id", "in", (self.evaluator_id | self.decider_id).ids),
                ("substitute_user_id", "in", users.ids),
            ]
        )
        return found.grouped(lambda one: (one.principal_id, one.substitute_user_id))


def _act(user, titles, delegations, moment):
    """Who took a step, and for whom by which document where they stood in."""
    if not user:
        return None
    day = moment.replace(tzinfo=timezone.utc).astimezone(LOCAL).date()
    holding = [one for one in delegations if one.date_from <= day <= one.date_to]
    return {
        "user": user.id,
        "name": user.name,
        "titles": titles.get(user, []),
        "in_stead": [
            {"of": _named(one.principal_id), "document": one.document or None}
            for one in holding
        ],
    }


def _named(record):
    return {"id": record.id, "name": record.name} if record else None
