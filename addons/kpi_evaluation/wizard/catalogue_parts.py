"""What a file says about whose products they are, as notes for the officer."""

from collections import Counter

from ..folding import fold


def part_notes(catalogue, plan):
    """Yield a note on the leaders' part, and one on divisions that nobody knows.

    Neither stops the import: a unit may be created afterwards, and no catalogue is
    approved before each division of its products is a unit.
    """
    rows = [one.row.texts for one in plan.outcomes if one.kind != "error"]
    annex = catalogue.leaders_annex or ""
    leaders = sum(fold(row.get("annex", "")) == fold(annex) for row in rows if annex)
    if leaders:
        yield catalogue.env._(
            "%(count)s products of the annex %(annex)s are the leaders' part: only "
            "heads and deputies may be given them. Another annex? Name it on the "
            "catalogue.",
            count=leaders,
            annex=annex,
        )
    if unknown := _unknown_divisions(catalogue, rows):
        yield catalogue.env._(
            "No units of the agency: %(divisions)s. The products are imported; create "
            "these units or correct the names before the catalogue is approved.",
            divisions=", ".join(unknown),
        )


def _unknown_divisions(catalogue, rows):
    """The divisions that are no units of the agency, with their numbers of products."""
    divisions = Counter(filter(None, (row.get("division") for row in rows)))
    units = catalogue.env["hr.department"].search(
        [("company_id", "=", catalogue.company_id.id)]
    )
    known = set(map(fold, units.mapped("name")))
    return [
        f"{name} ({number})"
        for name, number in divisions.items()
        if fold(name) not in known
    ]
