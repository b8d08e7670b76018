"""Scratch databases in SQLite files."""
import pathlib
import re
import shutil
import sqlite3

from .commands import Failure, reason_of_server, run


# A key that names no columns of its target means the primary key.
FOREIGN_KEYS = """
SELECT f.id, f.seq, f."table", f."from", coalesce(f."to", (
         SELECT name FROM pragma_table_info(f."table") WHERE pk = f.seq + 1)),
       f.on_update, f.on_delete, f.match
  FROM pragma_foreign_key_list(?) f"""


QUOTED = r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\[[^\]]*\]"
COMMENT = r"--[^\n]*|/\*.*?(?:\*/|\Z)"


def bare(sql):
    """Words as SQLite compares them: case, blanks and comments count within quotes alone."""
    parts = re.split(f"({QUOTED})|{COMMENT}", sql, flags=re.S)
    quoted = [part for part in parts[1::2] if part]
    others = [part.upper() + ("\0" if quote else " ")
              for part, quote in zip(parts[::2], parts[1::2] + [""])]
    blanks = re.sub(r"\s+", " ", "".join(others))
    words = re.sub(r" ?([^\w ]) ?", r"\1", blanks).strip()
    return re.sub("\0", lambda _: quoted.pop(0), words)


def conflicts(sql):
    """What no pragma shows: what a table does with rows that break its constraints."""
    words = re.findall(r"ON CONFLICT (\w+)", re.sub(QUOTED, "", bare(sql)))
    return sorted(word for word in words if word != "ABORT")


def column(name, words, not_null, default, key, hidden):
    """A key is shown without NOT NULL: that of one INTEGER is never null, said or not. A default
    that is a name means its letters."""
    if default and default[0] == default[-1] == '"':
        default = "'" + default[1:-1].replace('""', '"').replace("'", "''") + "'"
    default = default and bare(default)
    return name, words, not_null if key == 0 else "key", default, key, hidden


class Files:
    def __init__(self, directory, prefix):
        self.directory = pathlib.Path(directory)
        self.prefix = prefix
        self.count = 0

    def url_of(self, database):
        return f"sqlite:{database}"

    def new_path(self):
        self.count += 1
        return str(self.directory / f"{self.prefix}_{self.count}.db")

    def create(self, template=None):
        path = self.new_path()
        if template:
            shutil.copyfile(template, path)
        return path

    def drop(self, database):
        if database:
            pathlib.Path(database).unlink(missing_ok=True)

    def load(self, path):
        database = self.create()
        try:
            with sqlite3.connect(database) as connection:
                connection.executescript(f"PRAGMA synchronous = OFF;\n{path.read_text()}")
            connection.close()
        except sqlite3.Error as problem:
            raise Failure(f"the snapshot does not load: {reason_of_server('Error: ' + str(problem))}",
                          str(problem)) from problem
        return database

    def apply(self, database, sql):
        done = run(["sqlite3", "-bail", "-cmd", "PRAGMA synchronous = OFF", database], sql)
        if done.returncode != 0 or done.stderr:
            raise Failure("the SQL fails: " + reason_of_server(done.stderr), done.stderr)

    def dump_in_order(self, database):
        return self.dump(database, in_order=True)

    def dump(self, database, in_order=False):
        """What the pragmas say of each table, view and trigger; neither spelling nor order counts."""
        connection = sqlite3.connect(database)
        lines = []
        tables = connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%'"
            " ESCAPE '\\'").fetchall()
        for kind, name, table, sql in tables:
            lines.append(f"{kind} {name} on {table}")
            if kind != "table":
                continue
            lines.append(f"{name} on conflict {conflicts(sql)}")
            lines += [f"{name}: {row[0] if in_order else ''}{column(*row[1:])}" for row in
                      connection.execute("SELECT * FROM pragma_table_xinfo(?)", [name])]
            lines += [f"{name} -> {row[2:]}" for row in
                      connection.execute(FOREIGN_KEYS, [name])]
            for row in connection.execute("SELECT * FROM pragma_index_list(?)", [name]).fetchall():
                keys = [(*key[2:4], key[4].upper(), key[5]) for key in connection.execute(
                    "SELECT * FROM pragma_index_xinfo(?)", [row[1]]) if key[5]]
                shown = "automatic" if row[3] != "c" else row[1]
                lines.append(f"{name} index {shown} {row[2:]} {keys}")
        connection.close()
        return sorted(lines)
