"""Dates as people read them, numbers as they type them."""

import re

_TYPED = re.compile(r"\d+([.,]\d+)?", re.ASCII)


def shown_date(day):
    return f"{day:%d/%m/%Y}" if day else ""


def typed_number(text):
    """Return the number that somebody typed, None for a blank.

    Text that is no number comes back as it is, for the model to refuse in words.
    """
    text = (text or "").strip()
    if not text:
        return None
    return float(text.replace(",", ".")) if _TYPED.fullmatch(text) else text
