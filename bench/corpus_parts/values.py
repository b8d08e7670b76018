"""Values made up for rows: the nth row of every table has the same ones, so that keys which a
later version adds hold too."""
import re

POSTGRESQL = {
    "boolean": lambda n: "true",
    "uuid": lambda n: f"00000000-0000-4000-8000-{n:012}",
    "date": lambda n: f"2024-01-{n:02}",
    "timestamp without time zone": lambda n: f"2024-01-{n:02} 12:00:00",
    "timestamp with time zone": lambda n: f"2024-01-{n:02} 12:00:00+00",
    "time without time zone": lambda n: f"12:00:{n:02}",
    "time with time zone": lambda n: f"12:00:{n:02}+00",
    "interval": lambda n: f"{n} days",
    "bytea": lambda n: f"\\x{n:02}",
    "json": lambda n: f'{{"row": {n}}}',
    "jsonb": lambda n: f'{{"row": {n}}}',
    "inet": lambda n: f"10.0.0.{n}",
    "cidr": lambda n: f"10.0.0.{n}/32",
    "macaddr": lambda n: f"08:00:2b:01:02:{n:02}",
}


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def listed(column, checks):
    """The values that a check lists for the column: `c IN (…)`, `c = ANY (ARRAY[…])`, `c = … OR …`."""
    name = rf'\b{re.escape(column.name)}\b"?\)?(?:::\w+)?'
    for check in checks:
        several = re.search(rf"{name} (?:IN *\(|= ANY \(+ARRAY\[)([^)\]]*)", check, re.IGNORECASE)
        single = re.findall(rf"{name} *= *('(?:[^']|'')*'|\d+)", check)
        found = re.findall(r"'(?:[^']|'')*'|\b\d+\b", several[1]) if several else single
        if found:
            return [each.strip("'").replace("''", "'") for each in found]
    return []


def allowed(column, checks):
    return next(iter(listed(column, checks)), None)


def plain_text(column, n):
    """Short, and where there is room also a version's number: functions of texts often want one."""
    length = re.search(r"\((\d+)\)", column.type)
    is_roomy = column.kind in ("text", "character varying") and (not length or int(length[1]) >= 5)
    return f"{n}.0.0" if is_roomy else str(n)


def of_postgresql(column, n, checks=(), later=None):
    """As SQL of the column's type; a text has a value of what the column becomes later."""
    form = later or column
    if form.is_array:
        text = "{}"
    elif form.labels:
        text = form.labels[min(n, len(form.labels)) - 1]
    elif form.kind in POSTGRESQL:
        text = POSTGRESQL[form.kind](n)
    else:
        text = allowed(column, checks) or plain_text(form, n)
    return f"{quoted(text)}::{column.type}"


def of_sqlite(column, n, checks=(), _later=None):
    """By the words of the declared type, as SQLite itself tells types."""
    words = column.kind
    listed = allowed(column, checks)
    if listed is not None:
        return quoted(listed)
    if "bool" in words:
        return "1"
    if "json" in words:
        return f"'{{\"row\": {n}}}'"
    if "date" in words or "timestamp" in words:
        return f"'2024-01-{n:02} 12:00:00'"
    if "uuid" in words:
        return quoted(POSTGRESQL["uuid"](n))
    if "blob" in words:
        return f"x'{n:02}'"
    if "char" in words or "text" in words or "clob" in words:
        return f"'{n}'"
    return str(n)


def differing_by_row(column, table, is_sqlite):
    """An expression for a column that is unique, where rows are there already."""
    if is_sqlite:
        is_text = re.search("char|text|clob", column.kind)
        return "lower(hex(randomblob(8)))" if is_text else "rowid"
    if column.kind == "uuid":
        return "gen_random_uuid()"
    if column.kind in ("text", "character varying"):
        length = re.search(r"\((\d+)\)", column.type)
        return f"left(md5(random()::text), {length[1]})" if length else "md5(random()::text)"
    if column.kind in ("smallint", "integer", "bigint", "numeric"):
        return f"(SELECT count(*) FROM {table} earlier WHERE earlier.ctid <= {table}.ctid)"
    return None
