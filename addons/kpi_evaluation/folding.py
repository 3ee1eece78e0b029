"""Words compared as people compare them; plain Python, no Odoo."""

import re
import unicodedata


def fold(text):
    """Return a text without case, accents and punctuation.

    >>> fold(" Khung Điểm "), fold("khung_diem"), fold("Phòng Văn hóa – Xã hội")
    ('khung_diem', 'khung_diem', 'phong_van_hoa_xa_hoi')
    """
    letters = unicodedata.normalize("NFD", str(text).casefold().replace("đ", "d"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "_", plain).strip("_")
