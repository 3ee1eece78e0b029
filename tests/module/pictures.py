"""Pages of a paper as pictures, kept beside those that somebody has looked at.

The kept ones lie in ``pictures/``. A page is compared as a small grey thumbnail, so
that another version of a font or of wkhtmltopdf passes and a lost column does not.
``KPI_NEW_PICTURES=1 ./test tests/module/test_form_pictures.py`` keeps new ones: look
at them before they are committed.
"""

import os
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat

KEPT = Path(__file__).parent / "pictures"
MADE = Path(os.environ["KPI_INSTALL_LOG"]).parent / "forms"
SCALE = 0.8
THUMBNAIL = (84, 119)
# Of 255: the mean difference of a page that has kept its shape, and of one of its
# parts; another font differs by about 2, an emptied column by more than 20.
MOST_ALL_OVER, MOST_IN_A_PART = 4, 12
PARTS = 6


def page(content, number=0):
    """Return a page of a PDF as a grey picture."""
    document = pypdfium2.PdfDocument(content)
    return document[number].render(scale=SCALE).to_pil().convert("L")


def difference(content, name, number=0):
    """Return how a page differs from the kept one: (all over, in its worst part)."""
    picture = page(content, number)
    MADE.mkdir(parents=True, exist_ok=True)
    picture.save(MADE / f"{name}.png", optimize=True)
    if os.environ.get("KPI_NEW_PICTURES"):
        KEPT.mkdir(exist_ok=True)
        picture.quantize(16).save(KEPT / f"{name}.png", optimize=True)
    return apart(picture, Image.open(KEPT / f"{name}.png").convert("L"))


def apart(one, other):
    """Return how two pictures differ: (all over, in the worst part)."""
    small = [
        picture.resize(THUMBNAIL, Image.Resampling.BOX) for picture in (one, other)
    ]
    difference = ImageChops.difference(*small)
    width, height = (side // PARTS for side in THUMBNAIL)
    parts = (
        difference.crop((x * width, y * height, (x + 1) * width, (y + 1) * height))
        for x in range(PARTS)
        for y in range(PARTS)
    )
    return _mean(difference), max(map(_mean, parts))


def _mean(picture):
    return ImageStat.Stat(picture).mean[0]
