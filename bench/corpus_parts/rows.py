"""Rows for a database that has none, and what of them is there later."""
import json
import sqlite3

from . import values
from .commands import Failure, reason_of_server, run
from .postgresql import program

ROWS = 3  # Of each table.


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def spelled(table):
    return ".".join(quoted(part) for part in table if part)


def in_order(tables):
    """What a table refers to before it; a circle is cut somewhere."""
    done = {}

    def visit(name):
        if name in done or name not in tables:
            return
        done[name] = None
        for each in tables[name].references:
            visit(each["table"])
        done[name] = tables[name]
        order.append(tables[name])

    order = []
    for name in tables:
        visit(name)
    return order


def attempts(table, value, becomes):
    """Statements of which the first that a database takes is enough: all columns, the necessary
    ones, one row."""
    wanted = [each for each in table.columns if not each.has_value and not each.generated]
    needed = [each for each in wanted if not each.nullable]
    target = spelled(table.name)
    if not wanted:
        yield f"INSERT INTO {target} DEFAULT VALUES"
        return
    for columns, count in ((wanted, ROWS), (needed, ROWS), (wanted, 1), (needed, 1)):
        if not columns:
            continue
        names = ", ".join(quoted(each.name) for each in columns)
        lines = [", ".join(value(each, n, table.checks, becomes.get((table.name, each.name)))
                           for each in columns)
                 for n in range(1, count + 1)]
        yield (f"INSERT INTO {target} ({names}) "
               f"SELECT * FROM ({' UNION ALL '.join('SELECT ' + line for line in lines)}) made_up"
               f" WHERE NOT EXISTS (SELECT 1 FROM {target})")


class PostgresqlRows:
    """The rows of a database with these tables."""

    def __init__(self, url, tables):
        self.url = url
        self.tables = tables

    def fill(self, becomes):
        """Tables that have none; a table whose rows are refused stays empty."""
        lines = [statement + ";" for table in in_order(self.tables)
                 for statement in attempts(table, values.of_postgresql, becomes)]
        run([program("psql"), "-Xq", self.url], "\n".join(lines))

    def contents(self):
        """Of each table the values of each column, as texts in order."""
        lines = []
        for table in self.tables.values():
            columns = [f"coalesce(json_agg({name}::text ORDER BY {name}::text), '[]') AS {name}"
                       for name in (quoted(each.name) for each in table.columns)]
            lines.append(f"SELECT row_to_json(found) FROM (SELECT {', '.join(columns) or '1'}"
                         f" FROM {spelled(table.name)}) found;")
        done = run([program("psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", self.url], "\n".join(lines))
        if done.returncode != 0:
            raise Failure("bench: " + reason_of_server(done.stderr), done.stderr)
        return dict(zip(self.tables, map(json.loads, done.stdout.splitlines())))


class SqliteRows:
    def __init__(self, path, tables):
        self.path = path
        self.tables = tables

    def fill(self, becomes):
        connection = sqlite3.connect(self.path)
        connection.execute("PRAGMA foreign_keys = ON")
        for table in in_order(self.tables):
            for statement in attempts(table, values.of_sqlite, becomes):
                try:
                    with connection:
                        connection.execute(statement)
                except sqlite3.Error:
                    continue  # The next attempt asks for less.
        connection.close()

    def contents(self):
        connection = sqlite3.connect(self.path)
        found = {}
        for name, table in self.tables.items():
            found[name] = {each.name: [row[0] for row in connection.execute(
                f"SELECT CAST({quoted(each.name)} AS TEXT) FROM {spelled(name)} ORDER BY 1")]
                           for each in table.columns}
        connection.close()
        return found
