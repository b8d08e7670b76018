"""What the errors of a build ask a transition for, added as an engineer does who reads them one by
one and takes the remedy that each names."""
import dataclasses
import re

from . import values
from .commands import without_names
from .entries import REASON, literal
from .rows import quoted, spelled

FINDING = re.compile(r"^(?:\S*/)?v(\d+)(?:/\S*)?\.hpp:\d+:\d+: error: (\[S\d{3}\] .*)$")
TAKEN_AS_SAID = {"S200", "S201", "S202", "S203", "S204", "S225", "S226", "S227"}
ONE_WAY = {"S222", "S228"}
BACKFILLED = {"S220", "S221"}


@dataclasses.dataclass
class Finding:
    version: int
    message: str
    help: list

    @property
    def code(self):
        return self.message[1:5]

    @property
    def reason(self):
        return without_names(re.sub(r"\S*[\w)]\.\w\S*", "…", self.message))[:150]


def findings(output):
    """Of what a build printed."""
    found = []
    for line in output.splitlines():
        started = FINDING.match(line)
        if started:
            found.append(Finding(int(started[1]), started[2], []))
        elif line.startswith("  help: ") and found:
            found[-1].help.append(line.removeprefix("  help: "))
    return found


class Transition:
    """The entries of one version, which grow by the findings about them."""

    def __init__(self, former, tables, is_sqlite, entries):
        self.former = former  # What the version before calls the tables that it has too.
        self.tables = tables
        self.is_sqlite = is_sqlite
        self.entries = entries
        self.emptied = set()  # Tables whose rows are deleted, by their former names.

    def remedy(self, finding):
        """Adds what the finding asks for; false where that takes a person."""
        line = finding.help[0] if finding.help else ""
        entry = None
        if finding.code in TAKEN_AS_SAID and line:
            entry = line.replace('.because("…")', REASON)
        elif finding.code in ONE_WAY:
            entry = 'irreversible("the history has no way back")'
        elif finding.code in BACKFILLED:
            entry = self.backfill(line)
        elif finding.code == "S223":
            return self.silence(line)
        if entry is None or "…" in entry or entry in self.entries:
            return False
        self.entries.append(entry)
        return True

    def backfill(self, line):
        named = re.match(r'backfill\((?:qualified\("([^"]*)", )?"([^"]*)"\)?, "([^"]*)"', line)
        table = named and (self.tables.get((named[1] or "public", named[2]))
                           or self.tables.get(("", named[2])))
        column = table and table.column(named[3])
        if not column:
            return None
        return line.replace('sql("…")', f"sql({literal(self.value(table, column))})")

    def value(self, table, column):
        """One that the column's keys allow: of the row it refers to, else differing where unique."""
        for each in table.references:
            there = dict(each["columns"]).get(column.name)
            if there:
                if each["table"] not in self.former:
                    self.empty(table)
                return self.referred(each["table"], there, column)
        if column.name in table.alone:
            differing = values.differing_by_row(column, spelled(table.name), self.is_sqlite)
            if differing:
                return differing
        value = values.of_sqlite if self.is_sqlite else values.of_postgresql
        return value(column, 1, table.checks)

    def empty(self, table):
        """Rows that must refer to a table which is new, and so has none, cannot stay."""
        former = self.former[table.name]
        if former not in self.emptied:
            self.emptied.add(former)
            statement = literal(f"DELETE FROM {spelled(former)}")
            self.entries.append(f"before({statement}).down(\"SELECT 1\")")

    def referred(self, table, column, own):
        if self.is_sqlite:
            return f"(SELECT min({quoted(column)}) FROM {spelled(table)})"
        return f"(SELECT min({quoted(column)}::text) FROM {spelled(table)})::{own.type}"

    def silence(self, line):
        """Of a table with triggers, the backfill says that they shall not run."""
        start = line[:line.index(", sql(")] if ", sql(" in line else None
        for at, each in enumerate(self.entries):
            if start and each.startswith(start + ",") and "without_triggers" not in each:
                self.entries[at] += ".without_triggers()"
                return True
        return False

    def written(self):
        return "transition(\n        " + ",\n        ".join(self.entries) + ")"
