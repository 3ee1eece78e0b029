"""What is read about a file of work: its guide, and problems of its own cells."""

from odoo.tools.translate import LazyTranslate

from .catalogue_sentences import PROBLEMS

_lt = LazyTranslate(__name__)

CELL = {
    "not_a_day": _lt("“%(column)s” is not a day: “%(value)s”. Write it as 24/07/2026."),
    "not_an_origin": _lt(
        "“%(column)s” is “%(value)s”. Choose from the list, or leave it blank for work "
        "of the plan."
    ),
    "not_whole": _lt(
        "“%(column)s” is the number that the software gave the task; leave it blank "
        "for new work."
    ),
}

GUIDE = {
    "task_id": _lt(
        "The number that the software gave the task. Blank: the row adds new work. "
        "With a number it changes the name, the quantity or the deadline of that task."
    ),
    "staff_code": _lt(
        "Whose work it is. The codes are on the sheet of people; the HR officer enters "
        "them in the personnel files."
    ),
    "product_code": _lt("Which product of the catalogue; see the sheet of products."),
    "name": _lt("The work in words. Blank: the name of the product."),
    "quantity": _lt(
        "How many products, a part of one as a fraction: 0,8. A decimal comma or "
        "point, no thousands separator."
    ),
    "deadline": _lt("The last day, within the month, for instance 24/07/2026."),
    "origin": _lt(
        "Chosen from the list. Blank: in the plan. What is taken over or ad hoc counts "
        "outside the base, as bonus (Điều 15.1.d)."
    ),
    "": _lt(
        "Columns with grey headings are only to be looked at; they are not imported. A "
        "row that is in the software already, with nothing changed, is left as it is."
    ),
}

ALL_PROBLEMS = PROBLEMS | CELL


def sentence(env, problem):
    """Return the sentence for a problem in the language of the environment."""
    words = env._(ALL_PROBLEMS[problem.code])
    return words % dict(problem.values)
