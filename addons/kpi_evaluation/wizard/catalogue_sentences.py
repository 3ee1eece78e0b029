"""What the officer reads about a file: one sentence for each code of a problem."""

from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)

FILE = {
    "empty_file": _lt("The file is empty."),
    "too_large": _lt("The file is larger than %(limit)s MB. Split it."),
    "old_excel": _lt(
        "This is a workbook of an old Excel (.xls) or one with a password. "
        "Save it as “Excel Workbook (.xlsx)”, without a password."
    ),
    "wrong_type": _lt("“%(name)s” is neither a .csv nor an .xlsx file."),
    "not_what_it_says": _lt(
        "The content of “%(name)s” is not what its name says. "
        "Open it in Excel and save it as .xlsx or .csv."
    ),
    "not_text": _lt("The file is called .csv but contains no text."),
    "encoding": _lt(
        "The letters of the file cannot be read. Save it in Excel as "
        "“CSV UTF-8” or as .xlsx."
    ),
    "broken_csv": _lt(
        "Row %(row)s: the quotation marks do not match; what follows cannot be read."
    ),
    "broken_xlsx": _lt(
        "Excel's file is damaged or has no visible sheet. Open it in Excel and save "
        "it as .xlsx again."
    ),
    "unpacks_too_large": _lt(
        "The workbook unpacks to more than %(limit)s MB. Keep only the sheet to "
        "import, without pictures."
    ),
    "too_many_rows": _lt(
        "The file has more than %(limit)s rows, blank ones included. Split it."
    ),
    "no_rows": _lt("The file has no rows below its headings."),
    "missing_columns": _lt(
        "The first row lacks the columns: %(columns)s. Download the template to see "
        "the headings."
    ),
    "column_twice": _lt("The column “%(column)s” is in the file twice."),
}

CELL = {
    "blank": _lt("“%(column)s” is left blank."),
    "blank_number": _lt("“%(column)s” is left blank; a blank is not 0."),
    "formula": _lt(
        "“%(column)s” holds a formula: %(value)s. Paste its value instead; a text may "
        "not begin with = or @."
    ),
    "excel_error": _lt("“%(column)s” holds Excel's error %(value)s."),
    "boolean": _lt("“%(column)s” holds %(value)s, which is neither text nor number."),
    "date": _lt(
        "“%(column)s”: Excel took what you typed for a date (%(value)s). Format the "
        "column as text and type it again."
    ),
    "frame_date": _lt(
        "“%(column)s”: Excel made a date (%(value)s) of the frame. Format the column "
        "as text and type the frame again, for instance 1-10."
    ),
    "number_as_text": _lt(
        "“%(column)s”: Excel holds the number %(value)s, which may have lost a zero "
        "(1.10 → 1.1). Format the column as text and type it again."
    ),
    "too_long": _lt("“%(column)s” is longer than %(limit)s characters."),
    "not_a_number": _lt(
        "“%(column)s” is not a number: “%(value)s”. Write digits with at most one "
        "decimal comma or point and no thousands separator, for instance 7,5."
    ),
    "ambiguous": _lt(
        "“%(column)s”: “%(value)s” can be read as thousands or as decimals. Write it "
        "without separator, or with one or two decimals."
    ),
    "not_above_zero": _lt("“%(column)s” must be above 0, not %(value)s."),
    "too_big": _lt("“%(column)s” is %(value)s, more than %(limit)s."),
    "too_fine": _lt("“%(column)s” is %(value)s; keep at most %(limit)s decimals."),
    "not_a_frame": _lt(
        "“%(column)s” is not a frame of points: “%(value)s”. Write its two ends, for "
        "instance 11-50; if Excel makes a date of it, format the column as text."
    ),
}

ROW = {
    "repeated": _lt("The code “%(code)s” is already in row %(row)s."),
    "group_unknown": _lt(
        "The catalogue has no group “%(group)s”, and no row gives its frame of points."
    ),
    "frame_differs": _lt(
        "The frame %(frame)s is not the one of the group %(group)s in the catalogue: "
        "%(expected)s."
    ),
    "frames_disagree": _lt(
        "The frame %(frame)s of the new group %(group)s is not the one in row %(row)s: "
        "%(expected)s."
    ),
    "too_many_groups": _lt(
        "The group %(group)s is one too many: a catalogue has at most %(limit)s "
        "(Điều 10.1)."
    ),
    "outside_frame": _lt(
        "%(points)s points are outside the frame %(frame)s of the group %(group)s "
        "(Điều 10.1)."
    ),
    "no_coefficient": _lt(
        "%(points)s points over %(standard)s of the standard product make a "
        "coefficient of 0 (Điều 10.3)."
    ),
    "not_scored": _lt(
        "The catalogue is scored by the four criteria; give at least one of Độ khó, "
        "Quy trình, Phối hợp, Phạm vi (Handbook ch. II)."
    ),
    "criteria_differ": _lt(
        "%(points)s points are not the sum of the four criteria, %(total)s (Handbook "
        "ch. II)."
    ),
    "coefficient_differs": _lt(
        "The coefficient is %(given)s, but %(points)s points over %(standard)s of the "
        "standard product make %(expected)s (Điều 10.3)."
    ),
}

GUIDE = {
    "annex": _lt("The annex that lists the product. May be blank."),
    "code": _lt(
        "Each product has its own. A product whose code is already in the catalogue "
        "is updated, any other is added; products that the file leaves out stay."
    ),
    "division": _lt("The division whose work it is. Blank: all divisions."),
    "name": _lt("The task."),
    "detail": _lt("The detailed work. May be blank."),
    "product": _lt("The product that comes out. May be blank."),
    "group": _lt("The code of the group of complexity, for instance N1."),
    "frame": _lt(
        "The frame of points of the group, for instance 11-50. Needed when the "
        "catalogue does not have the group yet."
    ),
    "points": _lt(
        "Within the frame of the group. A decimal comma or point, no thousands "
        "separator, for instance 7,5."
    ),
    "coefficient": _lt(
        "Points over those of the standard product, rounded as the rules say. "
        "Blank: the software works it out."
    ),
    "difficulty": _lt(
        "The four criteria, where the catalogue is scored by them; their sum are the "
        "points. The first: how difficult the work is, and how creative."
    ),
    "process": _lt("The second criterion: process, volume and time."),
    "coordination": _lt("The third criterion: how far others must take part."),
    "scope": _lt("The fourth criterion: where it applies, or who approves it."),
    "frequency": _lt("How often, for instance 02 documents a month. May be blank."),
    "people": _lt("How many people make the product together. May be blank."),
    "note": _lt("Any remark. May be blank."),
}

PROBLEMS = FILE | CELL | ROW


def sentence(env, problem):
    """Return the sentence for a problem in the language of the environment."""
    words = env._(PROBLEMS[problem.code])
    return words % dict(problem.values)
