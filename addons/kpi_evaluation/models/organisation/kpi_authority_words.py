from odoo import api, models

# What the subject of a remark is a record of.
SUBJECTS = {
    "vacant_head": "hr.department",
    "two_heads": "hr.department",
    "loop": "hr.employee",
}


class KpiAuthority(models.AbstractModel):
    """The remarks of a resolution as sentences that say what to fill in."""

    _inherit = "kpi.authority"

    @api.model
    def _sentences(self, remarks):
        """{key: its (code, subject) remarks on who judges somebody, as one text}."""
        made = {tuple(one) for rows in remarks.values() for one in rows}
        names = self._names_of_subjects(made)
        sentences = {
            (code, subject): self._sentence(code, names.get((code, subject), ""))
            for code, subject in made
        }
        return {
            key: " ".join(sentences[tuple(one)] for one in rows)
            for key, rows in remarks.items()
        }

    def _names_of_subjects(self, remarks):
        """{remark: the name of the unit, person, collective or position it is on}."""
        positions = {one.code: one.name for one in self.env["kpi.position"].search([])}
        kinds = self.env["kpi.body"]._fields["kind"]._description_selection(self.env)
        coded = dict(kinds) | positions
        names = {}
        for code, subject in remarks:
            if code in SUBJECTS:
                # sudo: names of units and people, for whoever reads the remark
                names[code, subject] = (
                    self.env[SUBJECTS[code]].sudo().browse(subject).name
                )
            else:
                names[code, subject] = coded.get(subject, subject)
        return names

    def _sentence(self, code, subject):
        return (self._words_on_people(subject) | self._words_on_posts(subject))[code]

    def _words_on_people(self, subject):
        return {
            "vacant_head": self.env._(
                "The head's seat of %(unit)s is vacant; the next level up judges.",
                unit=subject,
            ),
            "two_heads": self.env._(
                "%(unit)s has two heads; leave the category “Head” to one of them.",
                unit=subject,
            ),
            "no_unit": self.env._("No head was found; name the unit and its head."),
            "loop": self.env._(
                "This person and %(person)s would judge each other; correct the "
                "managers.",
                person=subject,
            ),
            "chair_is_judged": self.env._(
                "The chair does not judge themselves; the other members do."
            ),
            "no_line": self.env._("No line of Điều 9 speaks of this person."),
        }

    def _words_on_posts(self, subject):
        return {
            "no_body": self.env._(
                "The collective “%(body)s” is not set up yet.", body=subject
            ),
            "two_holders": self.env._(
                "Two people hold the position “%(position)s”.", position=subject
            ),
            "vacant_position": self.env._(
                "The position “%(position)s” is vacant; the next level up judges.",
                position=subject,
            ),
        }
