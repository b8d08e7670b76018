"""What a scratch database holds, as far as rows and transitions need to know it."""
import dataclasses
import json
import sqlite3

from .commands import Failure, reason_of_server, run
from .postgresql import program
from .sqlite import FOREIGN_KEYS

OF_POSTGRESQL = """
SELECT coalesce(json_agg(json_build_object(
  'name', json_build_array(n.nspname, c.relname),
  'columns', (
    SELECT coalesce(json_agg(json_build_object(
      'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'kind', format_type(coalesce(nullif(t.typbasetype, 0), t.oid), -1),
      'labels', (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e
                 WHERE e.enumtypid = coalesce(nullif(t.typbasetype, 0), t.oid)),
      'is_array', t.typcategory = 'A', 'nullable', NOT (a.attnotnull OR t.typnotnull),
      'has_value', a.atthasdef OR a.attidentity <> '' OR t.typdefault IS NOT NULL,
      'default', (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d
                  WHERE d.adrelid = c.oid AND d.adnum = a.attnum),
      'generated', a.attgenerated <> '' OR a.attidentity = 'a')
      ORDER BY a.attnum), '[]')
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
  'checks', (SELECT coalesce(json_agg(pg_get_constraintdef(k.oid)), '[]')
             FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c'),
  'constraints', (SELECT coalesce(json_agg(k.conname), '[]') FROM pg_constraint k
                  WHERE k.conrelid = c.oid),
  'alone', (SELECT coalesce(json_agg(a.attname), '[]')
            FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
            WHERE i.indrelid = c.oid AND i.indisunique AND i.indnkeyatts = 1),
  'indexes', (SELECT coalesce(json_agg(x.relname), '[]')
              FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid),
  'references', (SELECT coalesce(json_agg(json_build_object(
      'table', json_build_array(fn.nspname, f.relname),
      'columns', (SELECT json_agg(json_build_array(a.attname, b.attname))
         FROM unnest(k.conkey, k.confkey) u(here, there)
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.here
         JOIN pg_attribute b ON b.attrelid = f.oid AND b.attnum = u.there))), '[]')
    FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
    JOIN pg_namespace fn ON fn.oid = f.relnamespace
    WHERE k.conrelid = c.oid AND k.contype = 'f')) ORDER BY n.nspname, c.relname), '[]')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                  AND d.objid = c.oid AND d.deptype = 'e')
"""


@dataclasses.dataclass
class Column:
    name: str
    type: str  # As a declaration spells it.
    kind: str  # The type below a domain, without its length.
    nullable: bool
    has_value: bool  # Of its own, where a row names none.
    default: str = None
    generated: bool = False
    is_array: bool = False
    labels: list = None


@dataclasses.dataclass
class Table:
    name: tuple
    columns: list
    checks: list
    constraints: list
    alone: list  # Columns that are all of a unique index.
    indexes: list
    references: list  # {"table", "columns": [[here, there]]}

    def column(self, name):
        return next((each for each in self.columns if each.name == name), None)


def of_postgresql(server, database):
    done = run([program("psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", OF_POSTGRESQL,
                server.url_of(database)])
    if done.returncode != 0:
        raise Failure("bench: " + reason_of_server(done.stderr), done.stderr)
    tables = {}
    for found in json.loads(done.stdout):
        found["name"] = tuple(found["name"])
        found["columns"] = [Column(**each) for each in found["columns"]]
        for each in found["references"]:
            each["table"] = tuple(each["table"])
        tables[found["name"]] = Table(**found)
    return tables


def of_sqlite(path):
    connection = sqlite3.connect(path)
    tables = {}
    for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").fetchall():
        columns = [Column(row[1], row[2], row[2].lower(), not row[3] or row[5] > 0,
                          row[4] is not None or (row[5] > 0 and row[2].upper() == "INTEGER"),
                          row[4], row[6] > 1)
                   for row in connection.execute("SELECT * FROM pragma_table_xinfo(?)", [name])]
        indexes = {}
        for index, column in connection.execute(
                "SELECT l.name, i.name FROM pragma_index_list(?) l, pragma_index_info(l.name) i"
                " WHERE l.\"unique\"", [name]):
            indexes.setdefault(index, []).append(column)
        alone = [keys[0] for keys in indexes.values() if len(keys) == 1]
        references = {}
        for row in connection.execute(FOREIGN_KEYS, [name]):
            key = references.setdefault(row[0], {"table": ("", row[2]), "columns": []})
            key["columns"].append([row[3], row[4]])
        tables["", name] = Table(("", name), columns, [sql], [], alone, [],
                                 list(references.values()))
    connection.close()
    return tables
