import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import kpi_evaluation
from kpi_evaluation.regulation.rulebook import Row, Rulebook

ADDON = Path(kpi_evaluation.__path__[0])
START = date(2026, 6, 1)


class Law:
    """The rows that the add-on ships, and the rulebooks that can be made of them."""

    def __init__(self):
        path = ADDON / "data" / "kpi.regulation.clause.csv"
        with path.open(encoding="utf-8", newline="") as file:
            self.table = list(csv.DictReader(file))
        self.rows = [
            Row(
                line["code"],
                line["value"],
                date.fromisoformat(line["date_from"]),
                line["clause"],
            )
            for line in self.table
        ]

    def on(self, day, *amendments, company=None):
        """Return the rules in force on a day after some amendments."""
        return Rulebook.in_force([*self.rows, *amendments], day, company)

    def reading(self, **values):
        """Return the shipped rules with some values read otherwise."""
        assert values.keys() <= {row.code for row in self.rows}
        rows = [
            replace(row, value=values.get(row.code, row.value)) for row in self.rows
        ]
        return Rulebook.in_force(rows, START)


@pytest.fixture(scope="session")
def addon():
    return ADDON


@pytest.fixture(scope="session")
def law():
    return Law()


@pytest.fixture(scope="session")
def rulebook(law):
    return law.on(START)
