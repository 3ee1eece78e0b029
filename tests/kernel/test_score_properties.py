"""What holds for every sheet, whatever is in it."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kpi_evaluation.regulation.scoring import LeaderFacts, Mark, Product, score
from kpi_evaluation.regulation.values import Missing

SIZES = st.decimals("0.1", "500", places=1)
COUNTS = st.integers(0, 6)
CHOICES = st.sampled_from(["full", "reduced"])


EITHER = st.booleans()


@st.composite
def products(draw, extra=EITHER):
    assigned = draw(SIZES)
    completed = draw(st.decimals(0, assigned, places=1))
    return Product(
        draw(SIZES), assigned, completed, draw(COUNTS), draw(COUNTS), draw(extra)
    )


@st.composite
def work(draw):
    base = draw(products(extra=st.just(False)))
    return [base, *draw(st.lists(products(), max_size=5))]


MARKS = st.lists(
    st.decimals(0, 10, places=1).map(lambda points: Mark(points, 10)),
    min_size=3,
    max_size=3,
)
LEADERS = st.none() | st.builds(
    LeaderFacts, st.lists(st.sampled_from("abcd"), max_size=4), CHOICES, CHOICES
)


@given(work(), MARKS, LEADERS)
def test_every_figure_stays_within_its_bounds(rulebook, lines, marks, leader):
    result = score(lines, marks, rulebook, leader)
    for step in result.trace[1:]:
        if step.code not in ("bonus", "grade"):
            assert 0 <= step.value <= 100
    assert result.general <= 30
    assert result.bonus >= 0
    assert result.missing == ()


@given(work(), MARKS, LEADERS)
def test_quality_and_progress_never_exceed_quantity(rulebook, lines, marks, leader):
    result = score(lines, marks, rulebook, leader)
    assert result.quality <= result.quantity
    assert result.progress <= result.quantity


@given(work(), MARKS, st.randoms())
def test_the_order_of_lines_does_not_count(rulebook, lines, marks, random):
    shuffled = [random.sample(some, len(some)) for some in (lines, marks)]
    one, other = score(lines, marks, rulebook), score(*shuffled, rulebook)
    assert replace(one, trace=()) == replace(other, trace=())


@given(work(), MARKS, st.data())
def test_completing_more_never_lowers_the_total(rulebook, lines, marks, data):
    place = data.draw(st.integers(0, len(lines) - 1))
    more = data.draw(st.fractions(0, 600))
    better = list(lines)
    line = better[place]
    better[place] = replace(line, completed=line.completed + more)
    before, after = score(lines, marks, rulebook), score(better, marks, rulebook)
    for figure in ("quantity", "quality", "progress", "bonus", "total"):
        assert getattr(after, figure) >= getattr(before, figure)


@given(work(), MARKS, st.data(), st.sampled_from(["faults", "lates"]))
def test_a_fault_or_lateness_never_raises_the_total(
    rulebook, lines, marks, data, counter
):
    place = data.draw(st.integers(0, len(lines) - 1))
    worse = list(lines)
    line = worse[place]
    worse[place] = replace(line, **{counter: getattr(line, counter) + 1})
    before, after = score(lines, marks, rulebook), score(worse, marks, rulebook)
    for figure in ("quantity", "quality", "progress", "bonus", "total"):
        assert getattr(after, figure) <= getattr(before, figure)


@given(work(), MARKS, products(extra=st.just(True)))
def test_extra_work_never_lowers_the_total(rulebook, lines, marks, more):
    before = score(lines, marks, rulebook)
    after = score([*lines, more], marks, rulebook)
    assert after.result == before.result
    assert after.total >= before.total


@given(work(), MARKS, products(extra=st.just(False)))
def test_assigning_what_stays_undone_never_raises_the_total(
    rulebook, lines, marks, more
):
    idle = replace(more, completed=Fraction(0))
    assert (
        score([*lines, idle], marks, rulebook).total
        <= score(lines, marks, rulebook).total
    )


@given(work(), MARKS, st.integers(2, 9))
def test_the_choice_of_the_standard_unit_does_not_count(rulebook, lines, marks, times):
    scaled = [replace(one, coefficient=one.coefficient * times) for one in lines]
    before, after = score(lines, marks, rulebook), score(scaled, marks, rulebook)
    assert (after.result, after.bonus) == (before.result, before.bonus)


@given(
    st.lists(products(), max_size=3),
    st.lists(
        st.none() | st.decimals(0, 10, places=1),
        max_size=3,
    ),
    st.none()
    | st.builds(
        LeaderFacts,
        st.lists(st.sampled_from(["a", "d", None]), max_size=3),
        st.none() | CHOICES,
        st.none() | CHOICES,
    ),
)
def test_missing_never_becomes_a_number(rulebook, lines, points, leader):
    marks = [Mark(value, 10, str(place)) for place, value in enumerate(points)]
    result = score(lines, marks, rulebook, leader)
    gaps = {step.value for step in result.trace if isinstance(step.value, Missing)}
    assert gaps <= set(result.missing)
    assert bool(result.missing) == isinstance(result.total, Missing)
    assert isinstance(result.grade, Missing) == isinstance(result.total, Missing)
    if None in points or not points:
        assert isinstance(result.general, Missing)
    if all(one.extra for one in lines):
        assert isinstance(result.quantity, Missing)
