"""An amount in words, as Vietnamese papers of money write it; no Odoo.

num2words, which Odoo ships, leaves out the empty hundreds: it reads 1 005 000 as "một
triệu năm nghìn", which a treasury refuses.
"""

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
SCALES = ("", "nghìn", "triệu", "tỷ", "nghìn tỷ", "triệu tỷ")
THOUSAND_STEP = 1000
TEN_STEP = 10
FIVE_DIGITS = 5


def in_words(amount: int) -> str:
    """Return a whole amount, 0 or more and below a trillion trillions, in words.

    >>> in_words(1005000)
    'Một triệu không trăm linh năm nghìn'
    >>> in_words(21015)
    'Hai mươi mốt nghìn không trăm mười lăm'
    >>> in_words(0)
    'Không'
    """
    groups = []
    while amount:
        amount, group = divmod(amount, THOUSAND_STEP)
        groups.append(group)
    words = [
        f"{_group(group, is_first=place == len(groups) - 1)} {SCALES[place]}".strip()
        for place, group in reversed(list(enumerate(groups)))
        if group
    ]
    text = " ".join(words) or DIGITS[0]
    return text[:1].upper() + text[1:]


def _group(group, is_first):
    """Up to three digits; the first group of a number has no empty hundreds."""
    rest, unit = divmod(group, TEN_STEP)
    hundred, ten = divmod(rest, TEN_STEP)
    words = [] if is_first and not hundred else [DIGITS[hundred], "trăm"]
    if ten == 1:
        words.append("mười")
    elif ten:
        words += [DIGITS[ten], "mươi"]
    elif unit and words:
        words.append("linh")
    return " ".join([*words, *_unit(ten, unit)])


def _unit(ten, unit):
    if not unit:
        return []
    if unit == 1 and ten > 1:
        return ["mốt"]
    return ["lăm"] if unit == FIVE_DIGITS and ten else [DIGITS[unit]]
