"""The name that a record is shown under, made of what is known of it so far."""


def joined(*parts, by=" – "):
    """Return the parts that there are, in one line.

    >>> joined("Lê An", "07/2026"), joined(False, "07/2026"), joined(False, None)
    ('Lê An – 07/2026', '07/2026', '')
    """
    return by.join(part for part in parts if part)
