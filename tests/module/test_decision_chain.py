"""One text for each value, and a hash that no other text has."""

import doctest
import hashlib
import json
from datetime import date, datetime
from fractions import Fraction

import pytest

from odoo.addons.kpi_evaluation.models.decision import decision_chain
from odoo.addons.kpi_evaluation.models.decision.decision_chain import (
    canonical,
    link_hash,
)


def test_the_examples_in_the_docstrings_hold():
    results = doctest.testmod(decision_chain)
    assert results.attempted
    assert not results.failed


def test_the_order_of_keys_makes_no_other_text():
    assert canonical({"b": 1, "a": {"d": 2, "c": 3}}) == '{"a":{"c":3,"d":2},"b":1}'


def test_every_text_is_read_back_as_it_was_written():
    value = {"â": ['"', "\n", "\u2028", ""], "n": [0, -1, None, True, False]}
    assert json.loads(canonical(value)) == value


def test_numbers_stay_exact_and_moments_are_in_utc():
    value = [Fraction(8999, 100), date(2026, 7, 1), datetime(2026, 7, 1, 23, 5)]
    assert canonical(value) == '["8999/100","2026-07-01","2026-07-01T23:05:00Z"]'


@pytest.mark.parametrize("value", [0.5, {"a": [0.0]}, {1, 2}, b"x", object()])
def test_what_has_no_exact_text_is_refused(value):
    with pytest.raises(TypeError):
        canonical(value)


def test_the_hash_is_plain_sha_256_of_the_parts_as_json():
    parts = ["0" * 64, 7, "Nguyễn Thị An"]
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    assert link_hash(parts) == hashlib.sha256(text.encode()).hexdigest()
