"""What a transition says from the start: the history's renames, values for new columns of rows."""
from . import values
from .rows import spelled

REASON = '.because("the history did it")'


def literal(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def dsl_name(table):
    schema, name = table
    if schema in ("", "public"):
        return literal(name)
    return f"qualified({literal(schema)}, {literal(name)})"


def rename_entries(renames, before, after):
    """Of what both snapshots hold; the rest was made or dropped between them."""
    entries = []
    for first, now in renames.tables.items():
        if first in before and now in after and now[0] == first[0] and first != now:
            entries.append(f"rename_table({dsl_name(first)}, {literal(now[1])})")
    for words, known, names in (
            ("rename_column", renames.columns, lambda t: [each.name for each in t.columns]),
            ("rename_constraint", renames.constraints, lambda t: t.constraints)):
        for (table, first), now in known.items():
            home = renames.table(table)
            if table in before and home in after and first != now \
                    and first in names(before[table]) and now in names(after[home]):
                entries.append(f"{words}({dsl_name(home)}, {literal(first)}, {literal(now)})")
    for (schema, first), now in renames.indexes.items():
        for name, table in before.items():
            home = after.get(renames.table(name))
            if name[0] == schema and first in table.indexes and home and now in home.indexes:
                entries.append(f"rename_index({dsl_name(home.name)}, {literal(first)},"
                               f" {literal(now)})")
    return [each + REASON for each in entries]


def filling_entries(renames, before, after, is_sqlite):
    """Of new columns whose default is not for the rows that exist: it is to be unique, or a check
    does not list it."""
    entries = []
    for first, table in before.items():
        home = after.get(renames.table(first))
        known = {renames.column(first, each.name) for each in table.columns}
        for column in home.columns if home else []:
            if column.name in known or not column.default or "(" in column.default:
                continue
            value = value_for_rows(column, home, is_sqlite)
            if value:
                entries.append(f"backfill({dsl_name(home.name)}, {literal(column.name)}, "
                               f"sql({literal(value)})).where(\"true\")")
    return entries


def value_for_rows(column, table, is_sqlite):
    if column.name in table.alone:
        return values.differing_by_row(column, spelled(table.name), is_sqlite)
    listed = values.listed(column, table.checks)
    default = column.default.split("::")[0].strip("'")
    if not listed or default in listed:
        return None
    return (values.of_sqlite if is_sqlite else values.of_postgresql)(column, 1, table.checks)
