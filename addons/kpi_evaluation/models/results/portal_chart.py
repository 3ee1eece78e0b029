"""A chart of monthly points, drawn on the server as plain numbers for an SVG."""

from ..base.paper_text import plain

ROWS_SHOWN = 12
# Across in percent, so that letters keep their size; down in pixels.
LEFT, WIDTH = 9.0, 91.0
TOP, HEIGHT = 24, 150
FILL = 0.62


def chart(results, rules):
    """Return the bars and the floors of the classes for the newest results.

    ``results``: dicts with ``day``, ``month``, ``total``, ``points`` and ``grade``,
    oldest first. Bars begin at 0 points, so that their heights may be compared.
    """
    shown = results[-ROWS_SHOWN:]
    step = WIDTH / max(len(shown), ROWS_SHOWN // 2)
    floors = (rules.band_a_from, rules.band_b_from, rules.band_c_from)
    return {
        "bottom": TOP + HEIGHT,
        "bars": [
            _bar(one, LEFT + number * step, step, rules)
            for number, one in enumerate(shown)
        ],
        "floors": [
            {"grade": grade, "points": plain(floor), "y": _y(floor, rules)}
            for grade, floor in zip("ABC", floors, strict=True)
        ],
    }


def _bar(result, left, step, rules):
    top = _y(result["total"], rules)
    return {
        "x": round(left + step * (1 - FILL) / 2, 2),
        "width": round(step * FILL, 2),
        "middle": round(left + step / 2, 2),
        "y": top,
        "height": TOP + HEIGHT - top,
        "points": result["points"],
        "grade": result["grade"].upper(),
        "month": result["month"],
        "label": f"{result['day']:%m/%y}",
    }


def _y(points, rules):
    return TOP + round(HEIGHT * (1 - float(points) / float(rules.total_max)))
