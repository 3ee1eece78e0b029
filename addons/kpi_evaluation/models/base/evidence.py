"""What a file is by its content, whatever its name says; plain Python."""

import io
import re
import zipfile

# Ending of the name → what the content must be. Texts of markup are kept as plain
# text, so that no browser runs them.
KINDS = {
    "pdf": "pdf",
    **dict.fromkeys(("doc", "xls", "ppt"), "old_office"),
    **dict.fromkeys(("docx", "xlsx", "pptx"), "office"),
    **dict.fromkeys(("odt", "ods", "odp"), "open_document"),
    **dict.fromkeys(("jpg", "jpeg"), "jpeg"),
    "png": "png",
    "gif": "gif",
    "webp": "webp",
    **dict.fromkeys(("tif", "tiff"), "tiff"),
    **dict.fromkeys(("heic", "heif", "mp4", "mov", "m4a"), "media"),
    **dict.fromkeys(("txt", "csv", "xml", "json", "html", "htm", "svg"), "text"),
}
# What nobody can look at, and what runs: refused under every name.
REFUSED = ("program", "macros", "archive")

_STARTS = {
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "gif": (b"GIF87a", b"GIF89a"),
    "tiff": (b"II*\x00", b"MM\x00*"),
    "old_office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
    "archive": (
        *(b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF"),
        *(b"PK\x05\x06", b"PK\x07\x08"),
    ),
    "program": (
        *(b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xce\xfa\xed\xfe"),
        *(b"\xcf\xfa\xed\xfe", b"L\x00\x00\x00\x01\x14\x02\x00", b"dex\n", b"#!"),
    ),
}
# A Windows installer calls itself an old office file; this is its class.
_INSTALLER = bytes.fromhex("84100c0000000000c000000000000046")
_MACROS = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|Basic/|Scripts/)", re.I)
_OFFICE_FOLDERS = ("word/", "xl/", "ppt/")
_SCRIPT = re.compile(rb"\s*(<\?php|<%|@echo\s+off|#!|Windows Registry Editor)", re.I)
_NO_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")
_HEAD_BYTES = 1024


def ending_of(name):
    """Return the ending of a file's name.

    >>> ending_of("Tờ trình.PDF"), ending_of("a.pdf.exe"), ending_of("khong")
    ('pdf', 'exe', '')
    """
    return name.rpartition(".")[2].strip().lower() if "." in name else ""


def plain_name(name):
    """Return a file's name without folders and without what is no letter.

    >>> plain_name("C:\\\\Users\\\\an\\\\a.pdf"), plain_name("../../a\\n.pdf")
    ('a.pdf', 'a.pdf')
    """
    name = re.split(r"[\\/]", name)[-1]
    return "".join(letter for letter in name if letter.isprintable()).strip()


def kind_of(content):
    """Return what the content of a file is; "" for what nobody knows.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"MZ\\x90\\x00"), kind_of("Điểm".encode())
    ('pdf', 'program', 'text')
    """
    head = content[:_HEAD_BYTES]
    if head.startswith(b"MZ") and b"\x00" in head:
        return "program"
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(content)
    for kind, starts in _STARTS.items():
        if head.startswith(starts):
            is_installer = kind == "old_office" and _INSTALLER in content
            return "program" if is_installer else kind
    if b"%PDF-" in head:
        return "pdf"
    if re.match(rb"RIFF....WEBP", head, re.DOTALL):
        return "webp"
    if head[4:8] == b"ftyp":
        return "media"
    return _kind_of_text(content)


def fault_of(name, content):
    """Return why a file is no evidence: its ending, what it is, or ""."""
    kind = kind_of(content)
    if kind in REFUSED:
        return kind
    promised = KINDS.get(ending_of(name))
    if not promised:
        return "type"
    return "" if kind == promised else "content"


def _kind_of_zip(content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ""
    if any(map(_MACROS.search, names)):
        return "macros"
    if "[Content_Types].xml" in names:
        is_office = any(name.startswith(_OFFICE_FOLDERS) for name in names)
        return "office" if is_office else "archive"
    is_document = "mimetype" in names and "META-INF/manifest.xml" in names
    return "open_document" if is_document else "archive"


def _kind_of_text(content):
    if _SCRIPT.match(content):
        return "program"
    is_text = content.startswith(_WIDE_TEXT) or not _NO_TEXT.search(content)
    return "text" if is_text else ""
