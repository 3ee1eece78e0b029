"""What may be handed in as evidence: looked at by content, refused in words."""

import io
import zipfile
from base64 import b64encode

from odoo.exceptions import UserError

from .common import KpiCase

PDF = b"%PDF-1.7\n1 0 obj"
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64
INSTALLER = OLE + bytes.fromhex("84100c0000000000c000000000000046")
MEGABYTE = 1024 * 1024


def packed(*names):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return output.getvalue()


DOCX = packed("[Content_Types].xml", "word/document.xml")
ODT = packed("mimetype", "META-INF/manifest.xml", "content.xml")
MACROS = packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")
TAKEN = (
    ("Tờ trình.pdf", PDF),
    ("TO TRINH.PDF", PDF),
    ("Báo cáo.docx", DOCX),
    ("Báo cáo.odt", ODT),
    ("Công văn cũ.doc", OLE),
    ("Ảnh hiện trường.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
    ("Ảnh.png", b"\x89PNG\r\n\x1a\n\x00"),
    ("IMG_0001.HEIC", b"\x00\x00\x00\x18ftypheic"),
    ("Ghi chú.txt", "Đã ký số".encode()),
    ("Ghi chú cũ.txt", "Đã ký số".encode("utf-16")),
    ("Hóa đơn.xml", b"<?xml version='1.0'?><HDon/>"),
)
REFUSED = (
    ("virus.exe", EXE, "is a program"),
    ("Tờ trình.pdf", EXE, "is a program"),
    ("ảnh.jpg", b"\x7fELF\x02\x01", "is a program"),
    ("cài đặt.doc", INSTALLER, "is a program"),
    ("lối tắt.pdf", b"L\x00\x00\x00\x01\x14\x02\x00", "is a program"),
    ("chạy.txt", b"#!/bin/sh\nrm -rf /", "is a program"),
    ("chạy.txt", b"@echo off\r\ndel *", "is a program"),
    ("trang.html", b"<?php system($_GET[0]);", "is a program"),
    ("chạy.bat", b"dir", "of no kind"),
    ("chạy.ps1", b"Get-Item", "of no kind"),
    ("a.js", b"alert(1)", "of no kind"),
    ("Tờ trình.pdf.exe", PDF, "of no kind"),
    ("không đuôi", PDF, "of no kind"),
    ("macro.docm", MACROS, "contains macros"),
    ("macro.docx", MACROS, "contains macros"),
    ("hồ sơ.zip", packed("a.pdf"), "is an archive"),
    ("hồ sơ.docx", packed("a.exe"), "is an archive"),
    ("hồ sơ.pdf", b"Rar!\x1a\x07\x00", "is an archive"),
    ("hồ sơ.pdf", b"7z\xbc\xaf\x27\x1c", "is an archive"),
    ("hồ sơ.pdf", b"\x1f\x8b\x08", "is an archive"),
    ("Tờ trình.pdf", b"khong phai pdf", "not what its name says"),
    ("ảnh.png", b"\xff\xd8\xff\xe0", "not what its name says"),
    ("Báo cáo.docx", b"PK\x03\x04hong", "not what its name says"),
    ("Ghi chú.txt", b"\x00\x01\x02", "not what its name says"),
)


class TestEvidence(KpiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work = cls._give(cls.staff, "K1", 100)

    def _send(self, *files):
        mine = self.work.with_user(self.staff.user_id)
        sent = [(name, b64encode(content).decode()) for name, content in files]
        return self.env["kpi.delivery"].browse(mine.hand_in(1, "", sent))

    def _refusal(self, *files):
        with self.assertRaises(UserError) as caught:
            self._send(*files)
        return str(caught.exception)

    def test_documents_photos_and_texts_are_taken_and_kept_to_the_byte(self):
        for name, content in TAKEN:
            with self.subTest(name=name):
                file = self._send((name, content)).attachment_ids
                self.assertEqual((file.name, file.raw), (name, content))

    def test_what_runs_or_hides_or_pretends_is_refused_by_its_content(self):
        for name, content, words in REFUSED:
            with self.subTest(name=name, content=content[:9]):
                refusal = self._refusal((name, content))
                self.assertIn(words, refusal)
                self.assertIn(name, refusal)
        self.assertFalse(self.work.delivery_ids)

    def test_a_file_of_50_megabytes_is_refused_with_its_name_and_the_limit(self):
        refusal = self._refusal(("bản đồ.pdf", PDF + b"x" * (50 * MEGABYTE)))
        for word in ("bản đồ.pdf", "51 MB", "25 MB"):
            self.assertIn(word, refusal)

    def test_the_limit_is_counted_to_the_byte(self):
        room = 25 * MEGABYTE - len(PDF)
        self.assertTrue(self._send(("a.pdf", PDF + b"x" * room)))
        self.assertIn("25 MB", self._refusal(("a.pdf", PDF + b"x" * (room + 1))))

    def test_files_are_limited_together_too(self):
        half = PDF + b"x" * (13 * MEGABYTE)
        self.assertIn("together", self._refusal(("a.pdf", half), ("b.pdf", half)))

    def test_no_file_is_fine_and_too_many_are_not(self):
        self.assertFalse(self._send().attachment_ids)
        files = [(f"{number}.txt", b"x") for number in range(30)]
        self.assertEqual(len(self._send(*files[:20]).attachment_ids), 20)
        refusal = self._refusal(*files)
        self.assertIn("30 files", refusal)
        self.assertIn("at most 20", refusal)

    def test_an_empty_file_among_others_is_named(self):
        self.assertIn("rỗng.pdf", self._refusal(("a.pdf", PDF), ("rỗng.pdf", b"")))

    def test_one_refused_file_refuses_the_whole_hand_in(self):
        self._refusal(("a.pdf", PDF), ("b.exe", EXE))
        self.assertFalse(self.work.delivery_ids)

    def test_markup_is_kept_as_plain_text_whoever_hands_it_in(self):
        self.staff.user_id.group_ids = self.env.ref("base.group_system")
        for name in ("trang.html", "hình.svg", "a.xml"):
            file = self._send((name, b"<svg onload='alert(1)'></svg>")).attachment_ids
            self.assertEqual(file.mimetype, "text/plain", name)

    def test_a_name_leads_out_of_no_folder_and_breaks_no_header(self):
        for given, kept in (
            ("../../etc/passwd.txt", "passwd.txt"),
            ("C:\\Users\\an\\a.txt", "a.txt"),
            ("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie: x=1.txt"),
            ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
        ):
            with self.subTest(given=given):
                self.assertEqual(self._send((given, b"x")).attachment_ids.name, kept)
        for nameless in ("", "/", "\n"):
            self.assertIn("a name and its content", self._refusal((nameless, b"x")))

    def test_a_photo_is_not_made_smaller(self):
        self.env["ir.config_parameter"].set_param("base.image_autoresize_max_px", "1x1")
        pixel = bytes.fromhex(
            "89504e470d0a1a0a0000000d49484452000000020000000208020000"
            "00fdd49a730000000f49444154789c63f8cf00040c0c0000090001"
            "01d2b8b9a10000000049454e44ae426082"
        )
        self.assertEqual(self._send(("a.png", pixel)).attachment_ids.raw, pixel)
