"""Snapshots of a history as versions, and an early database with rows taken through all of them."""
import re

from . import catalogue, renames
from .commands import Failure, Untried, without_names
from .entries import differing_entries, rename_entries
from .heads import identifier
from .lineage import Lineage
from .remedies import Transition, findings
from .rows import PostgresqlRows, SqliteRows
from .steps import Stepper

TABLE = re.compile(r"^\s*CREATE (UNLOGGED )?TABLE\b", re.MULTILINE | re.IGNORECASE)
ROUNDS = 8  # Of building and reading the errors; each finds what the one before it hid.


def spread(snapshots, count):
    """That many numbers, evenly over the history from the first snapshot that has a table."""
    numbers = [each for each in sorted(snapshots) if TABLE.search(snapshots[each].read_text())]
    if len(numbers) <= count:
        return numbers
    return [numbers[round(at * (len(numbers) - 1) / (count - 1))] for at in range(count)]


class Chain:
    """One history's way from its first version to its last."""

    def __init__(self, project, snapshots, recorded, numbers, databases, is_sqlite):
        self.project = project
        self.name = identifier(project)
        self.numbers = numbers
        self.paths = [snapshots[each] for each in numbers]
        self.renames = [renames.between(recorded, a, b) for a, b in zip(numbers, numbers[1:])]
        self.databases = databases
        self.is_sqlite = is_sqlite
        self.loaded = []
        self.tables = []
        self.transitions = {}
        self.failures = {}  # By version.
        self.reached = 1  # The version that a failure without one belongs to.
        self.facts = {}

    def fail(self, version, failure):
        self.failures.setdefault(version, failure)

    def load_and_import(self, tool, project):
        for version, path in enumerate(self.paths, 1):
            self.reached = version
            database = self.databases.load(path)
            self.loaded.append(database)
            self.tables.append(catalogue.of_sqlite(database) if self.is_sqlite
                               else catalogue.of_postgresql(self.databases, database))
            project.import_version(tool, self.databases.url_of(database), version)
        for version in range(2, len(self.paths) + 1):
            before, after = self.tables[version - 2], self.tables[version - 1]
            self.transitions[version] = Transition(
                after, self.is_sqlite,
                rename_entries(self.renames[version - 2], before, after)
                + differing_entries(self.renames[version - 2], before, after, self.is_sqlite))
            project.write_transition(version, self.transitions[version])

    def build(self, project):
        """Until nothing is found, the transitions say what the errors ask for."""
        for _ in range(ROUNDS):
            well, output = project.build(f"{self.name}_generate")
            if well:
                break
            found = findings(output)
            helped = [each for each in found
                      if each.version in self.transitions
                      and self.transitions[each.version].remedy(each)]
            if not helped:
                self.report(found, output)
                raise Failure(self.first_reason(found, output), output)
            for version, transition in self.transitions.items():
                project.write_transition(version, transition)
        well, output = project.build(f"{self.name}_program")
        if not well:
            raise Failure(self.first_reason(findings(output), output), output)

    def report(self, found, output):
        for each in found:
            self.fail(each.version, Failure(each.reason, output))

    @staticmethod
    def first_reason(found, output):
        if found:
            return found[0].reason
        line = next((line for line in output.splitlines() if "error" in line), output[-200:])
        return "does not build: " + without_names(line.split("error:")[-1].strip())[:110]

    def upgrade(self, tool, project):
        database = self.databases.create(self.loaded[0])
        lineage = Lineage(self.renames, self.tables)
        rows = self.rows_of(database)
        rows.fill(lineage.later_forms())
        counted = {table: rows.count(table) for table in rows.tables}
        tables, columns = list(lineage.kept_tables()), list(lineage.kept_columns())
        texts = {first: rows.texts(*first) for first, _ in columns}
        self.migrate(project, database)
        self.compare(tool, database)
        after = self.rows_of(database)
        for first, now in tables:
            require("rows are lost", first, counted[first], now, after.count(now))
        for first, now in columns:
            require("values are changed", first, texts[first], now, after.texts(*now))
        self.facts = {"tables": len(counted), "filled": sum(1 for n in counted.values() if n),
                      "kept": len(tables), "columns": len(columns),
                      "entries": sum(len(each.entries) for each in self.transitions.values())}

    def migrate(self, project, database):
        url = ["--url", self.databases.url_of(database)]
        project.program("stamp", "--to", "1", *url)
        try:
            project.program("upgrade", *url)
        except Failure as failure:
            at = re.search(r"the database is at version (\d+)", failure.story)
            self.reached = int(at[1]) + 1 if at else 2
            raise
        self.reached = len(self.paths)
        project.program("check", *url)
        self.databases.apply(database, "DROP TABLE strata_history;")

    def rows_of(self, database):
        return SqliteRows(database) if self.is_sqlite else PostgresqlRows(self.databases, database)

    def compare(self, tool, database):
        stepper = Stepper(tool, self.databases)
        rest = stepper.diff(database, self.loaded[-1])
        if rest:
            raise Failure("the diff with the last snapshot is not empty", rest)
        stepper.compare(self.databases.dump(database), self.databases.dump(self.loaded[-1]))


def require(what, first, was, now, found):
    if found != was:
        raise Failure(what, f"{first}: {was}\n{now}: {found}")
