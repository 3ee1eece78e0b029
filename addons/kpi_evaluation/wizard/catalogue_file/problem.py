"""What is wrong with a file or a cell, as a code and its values; words come later."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """A reason against a cell or a row; `code` names its sentence."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Unreadable:
    """A cell that holds something else than a text or a number.

    `code` names what it is (formula, date, …), `shown` is what its writer sees.
    """

    code: str
    shown: str = ""


class FileRefused(Exception):
    """The file as a whole cannot be read."""

    def __init__(self, code, /, **values):
        self.problem = problem(code, **values)
        super().__init__(code)


def problem(code, /, **values):
    """Return a problem with its values as texts.

    >>> problem("blank", column="Điểm")
    Problem(code='blank', values=(('column', 'Điểm'),))
    """
    return Problem(code, tuple((key, str(value)) for key, value in values.items()))
