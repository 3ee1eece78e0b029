"""A catalogue's records as the plain values of its file, and back."""

from ..regulation.values import exact
from .catalogue_file.columns import CRITERIA, TEXTS
from .catalogue_file.groups import Group
from .catalogue_file.plan import Catalogue, wanted
from .catalogue_file.values import clean, written


def plain_catalogue(catalogue):
    """Return a catalogue as it stands; archived products too: their codes are taken."""
    items = _all_items(catalogue).search([("catalogue_id", "=", catalogue.id)])
    return Catalogue(
        groups=tuple(
            Group(group.code, exact(group.points_min), exact(group.points_max))
            for group in catalogue.group_ids
        ),
        products={item.id: _product(item) for item in items},
        standard_points=exact(catalogue.standard_points),
        rulebook=catalogue._rulebook(),
        is_scored=catalogue.scoring == "four_criteria",
    )


def file_row(item):
    """Return a product as {field: value} of a row of the file."""
    group = item.group_id
    frame = f"{written(exact(group.points_min))}-{written(exact(group.points_max))}"
    numbers = {"points": item.points, "coefficient": item.coefficient}
    # A criterion of 0 is one that is not used; the file leaves it blank.
    numbers |= {field: item[field] or None for field in CRITERIA}
    return _product(item) | {"frame": frame} | numbers


def write_plan(catalogue, plan):
    """Create the groups and products of a plan, and change those that differ."""
    groups = _create_groups(catalogue, plan.new_groups)
    items = _all_items(catalogue)
    items.create(
        [
            _values(wanted(outcome.row), groups) | {"catalogue_id": catalogue.id}
            for outcome in plan.of_kind("new")
        ]
    )
    for outcome in plan.of_kind("changed"):
        changes = {field: new for field, _old, new in outcome.changes}
        items.browse(outcome.product_id)._write_checked(_values(changes, groups))


def _all_items(catalogue):
    return catalogue.env["kpi.catalogue.item"].with_context(active_test=False)


def _product(item):
    texts = {field: item[field] or "" for field in TEXTS if field != "group"}
    texts["group"] = item.group_id.code
    product = {field: clean(field, text) for field, text in texts.items()}
    numbers = {field: exact(item[field]) for field in ("points", *CRITERIA)}
    return product | numbers | {"active": item.active}


def _create_groups(catalogue, new_groups):
    """Return {folded code: group} of the catalogue with the new ones."""
    catalogue.env["kpi.complexity.group"].create(
        [
            {
                "catalogue_id": catalogue.id,
                "code": group.code,
                "points_min": float(group.low),
                "points_max": float(group.high),
            }
            for group in new_groups
        ]
    )
    return {group.code.casefold(): group for group in catalogue.group_ids}


def _values(product, groups):
    """Return plain values as those of a record."""
    values = dict(product)
    if "group" in values:
        values["group_id"] = groups[values.pop("group").casefold()].id
    for field in ("points", *CRITERIA):
        if field in values:
            values[field] = float(values[field])
    return values
