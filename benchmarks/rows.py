"""Many rows made in SQL, for tables too large to be filled by the ORM."""

from odoo.tools import SQL


class Rows:
    """Contiguous new rows of a table; ``id(expression)`` names them from others."""

    def __init__(self, table, first, number):
        self.table = table
        self.first = first
        self.number = number

    def id(self, index):
        """The SQL of the id of the row of an index from 0, itself SQL."""
        return f"({self.first} + {index})"

    def some(self, index):
        """The id of one of them, in Python."""
        return self.first + index


def cloned(env, table, template, number, **values):
    """Clone a row many times; ``values`` are SQL over ``g``, which counts from 0."""
    columns = _columns(env, table)
    cells = [SQL(values.get(one) or f'template."{one}"') for one in columns]
    return _inserted(
        env,
        table,
        columns,
        SQL(
            "SELECT %s FROM %s AS template, generate_series(0, %s) AS g "
            "WHERE template.id = %s ORDER BY g",
            SQL(", ").join(cells),
            SQL.identifier(table),
            number - 1,
            template,
        ),
        number,
    )


def _columns(env, table):
    rows = env.execute_query(
        SQL(
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_name = %s AND column_name <> 'id'",
            table,
        )
    )
    return [name for (name,) in rows]


def _inserted(env, table, columns, select, number):
    ids = env.execute_query(
        SQL(
            "INSERT INTO %s (%s) %s RETURNING id",
            SQL.identifier(table),
            SQL(", ").join(SQL.identifier(one) for one in columns),
            select,
        )
    )
    first = ids[0][0]
    assert [one for (one,) in ids] == list(range(first, first + number)), table
    return Rows(table, first, number)
