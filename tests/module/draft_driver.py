"""Two windows of one self-assessment, each in an Odoo of its own."""

from contextlib import contextmanager

from odoo import SUPERUSER_ID
from odoo.api import Environment
from odoo.exceptions import UserError
from odoo.service.model import retrying

from odoo.addons.kpi_evaluation.models.base.paper_text import plain
from odoo.addons.kpi_evaluation.models.sheet.kpi_appraisal_draft_portal import (
    StaleDraftError,
)

from .decision_driver import World
from .month_driver import met

# What each of two windows types: points of a criterion, a note on one, or words.
WINDOWS = {
    "one criterion": ("points 0", "points 0"),
    "two criteria": ("points 0", "points 1"),
    "one note": ("note 0", "note 0"),
    "two notes": ("note 2", "note 3"),
    "points and a note": ("points 4", "note 4"),
    "a note and words": ("note 5", "strengths"),
    "points and words": ("points 6", "strengths"),
    "words of two kinds": ("strengths", "weaknesses"),
}


def prepare(env):
    """Make the agency; the colleague's sheet is the draft."""
    World.made_in(env)
    env.cr.commit()


def save(env, who, whole=True):
    """Save in both windows at once, time after time; say how, and what then stands.

    A page sends its whole form; a program may send what it changes only.
    """
    for number, windows in enumerate(WINDOWS.values(), start=1):
        with met(env, who, number * 3), _draft(env) as draft:
            form, name = _form(draft), _names(draft)[windows[who]]
        form = form if whole else {"mark": form["mark"]}
        form[name] = _typed(windows[who], number if whole else -number, who)
        with _draft(env) as draft, met(env, who, number * 3 + 1):
            answer = _answer(draft, form)
        with met(env, who, number * 3 + 2), _draft(env) as draft:
            is_kept = _form(draft)[name] == form[name]
        print(f"{answer}:{'kept' if is_kept else 'lost'}", flush=True)


def hand_in(env, who):
    """Hand in what one window shows while the other saves something else."""
    with met(env, who, 900), _draft(env) as draft:
        form = _form(draft)
    form |= {name: "1" for name in form if name.startswith("points_")}
    form["strengths"] = "Nộp" if who else "Chỉ lưu"
    with _draft(env) as draft, met(env, who, 901):
        print(_answer(draft, form, hand_in=bool(who)), flush=True)


@contextmanager
def _draft(env):
    """The colleague's sheet as that person has it, in a transaction begun here."""
    with env.registry.cursor() as cr:
        own = Environment(cr, SUPERUSER_ID, {})
        (user,) = own["res.users"].search([("name", "=", "Lê Văn Bình")])
        draft = own["kpi.appraisal"].search([("employee_user_id", "=", user.id)])
        yield draft.with_env(Environment(cr, user.id, {}))


def _names(draft):
    """{what the windows call it: the name of the input}."""
    lines = draft.sudo().criterion_ids.sorted("id")
    points = {f"points {at}": one._input_name() for at, one in enumerate(lines)}
    notes = {f"note {at}": one._note_name() for at, one in enumerate(lines)}
    return points | notes | {word: word for word in ("strengths", "weaknesses")}


def _form(draft):
    """What the page sends back when nothing is typed."""
    sheet = draft.sudo()
    form = {"mark": draft._draft_mark()}
    for line in sheet.criterion_ids:
        given = plain(line.self_points) if line.self_given else ""
        form |= {line._input_name(): given, line._note_name(): line.self_note or ""}
    words = ("strengths", "weaknesses")
    return form | {word: sheet[f"self_{word}"] or "" for word in words}


def _typed(window, number, who):
    """Something that nobody has typed before."""
    is_points = window.startswith("points")
    return plain((40 + number * 2 + who) / 100) if is_points else f"{number}/{who}"


def _answer(draft, form, hand_in=False):
    """Save as the page does, and hand in where it is asked for."""

    def save():
        draft._save_typed(form)
        if hand_in:
            draft.action_self_assess()

    try:
        retrying(save, draft.env)
    except StaleDraftError:
        return "stale"
    except UserError:
        return "refused"
    return "saved"
