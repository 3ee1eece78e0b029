def compute_again(records, field_name):
    """Have a stored computed field, and those computed with it, computed again.

    For values that depend on records the ORM cannot reach through fields; like any
    recomputation it is done in batch when the values are next needed.
    """
    fields = records.pool.field_computed[records._fields[field_name]]
    for field in fields:
        records.env.add_to_compute(field, records)
    records.modified([field.name for field in fields])
