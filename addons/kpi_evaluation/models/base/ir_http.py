import logging
import time

from markupsafe import Markup
from werkzeug.exceptions import abort

from odoo import models
from odoo.http import Response, request

from ...throttle import Throttle

PLACE = "/my/kpi"
# What people do never comes near: a page is one request, a draft one in 1,5 seconds.
BURST = 60
RATE = 10  # a second
ROOM = 20_000  # people, of whom some 200 bytes are kept

PAGE = Markup(
    '<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"/>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    "<title>{title}</title></head>"
    '<body style="font: 1.1rem sans-serif; max-width: 40rem; margin: 3rem auto; '
    'padding: 0 1rem"><main><h1>{title}</h1><p>{sentence}</p></main></body></html>'
)

_logger = logging.getLogger(__name__)
_throttle = Throttle(BURST, RATE, ROOM)


class IrHttp(models.AbstractModel):
    """Nobody keeps the portal from the others by asking for its pages all the time.

    Each process counts for itself; what it refuses costs no query. Only the pages of
    this add-on are counted.
    """

    _inherit = "ir.http"

    @classmethod
    def _pre_dispatch(cls, rule, args):
        if f"{rule.rule}/".startswith(f"{PLACE}/"):
            cls._refuse_floods()
        return super()._pre_dispatch(rule, args)

    @classmethod
    def _refuse_floods(cls):
        who = request.db, request.env.uid
        answer = _throttle.ask(who, time.monotonic())
        if answer.is_first_refusal:
            _logger.warning(
                "User %s asks for more than %s pages a second of %s; refused for now.",
                request.env.uid,
                RATE,
                PLACE,
            )
        if answer.wait:
            abort(cls._sentence_of_flood(answer.wait))

    @classmethod
    def _sentence_of_flood(cls, wait):
        """To a script it is as if the connection were lost: it tries again later."""
        page = PAGE.format(
            lang=(request.env.lang or "vi").partition("_")[0],
            title=request.env._("Too many requests"),
            sentence=request.env._(
                "You ask faster than the pages can be made for everybody. Wait "
                "%(seconds)s second(s), then go back and try again; what you typed is "
                "still there.",
                seconds=wait,
            ),
        )
        headers = {"Retry-After": str(wait)}
        return Response(page, 429, headers, content_type="text/html; charset=utf-8")
