"""A folder of papers as one ZIP whose files anybody can check; no Odoo."""

import zipfile
from hashlib import sha256

SUMS = "SHA256SUMS"
# What no file system and no clerk wants in the name of a file.
FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|\r\n\t', " "))


def write_archive(target, files):
    """Write (path, content) pairs into a ZIP, with the list of their SHA-256.

    ``target`` is an open binary file. The list is what ``sha256sum -c SHA256SUMS``
    reads. Each file is written as it comes, so that memory holds one at a time.
    """
    sums = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files:
            archive.writestr(path, content)
            sums.append(f"{sha256(content).hexdigest()}  {path}\n")
        archive.writestr(SUMS, "".join(sums))


def file_name(text):
    """Return a text as it may stand in the name of a file.

    >>> file_name("Tổ 1/2: <An>")
    'Tổ 1 2 An'
    """
    return " ".join(text.translate(FORBIDDEN).split())
