"""Snapshots of a history as versions, and an early database with rows taken through all of them."""
import re

from . import catalogue, renames
from .commands import Failure, Untried, without_names
from .entries import filling_entries, rename_entries
from .heads import identifier
from .kept_rows import compared, with_referring
from .lineage import Lineage
from .remedies import Transition, findings
from .rows import PostgresqlRows, SqliteRows
from .steps import Stepper

TABLE = re.compile(r"^\s*CREATE (UNLOGGED )?TABLE\b", re.MULTILINE | re.IGNORECASE)
SHORTEST = 2  # A chain of fewer versions is none.
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
        self.last = 1  # The version that the chain gets to.
        self.reached = 1  # The version that a failure without one belongs to.
        self.facts = {}

    def fail(self, version, failure):
        self.failures.setdefault(version, failure)

    def load_and_import(self, tool, project):
        """A snapshot that cannot be imported ends the chain before it."""
        for version, path in enumerate(self.paths, 1):
            self.reached = version
            database = self.databases.load(path)
            self.loaded.append(database)
            self.tables.append(catalogue.of_sqlite(database) if self.is_sqlite
                               else catalogue.of_postgresql(self.databases, database))
            try:
                project.import_version(tool, self.databases.url_of(database), version)
            except Failure as failure:
                if version <= SHORTEST:
                    raise
                self.fail(version, failure)
                break
            self.last = version
        for version in range(2, self.last + 1):
            before, after = self.tables[version - 2], self.tables[version - 1]
            moved = self.renames[version - 2]
            former = {moved.table(each): each for each in before if moved.table(each) in after}
            self.transitions[version] = Transition(
                former, after, self.is_sqlite,
                rename_entries(moved, before, after)
                + filling_entries(moved, before, after, self.is_sqlite))
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
                self.cut(project, found, output)
            for version, transition in self.transitions.items():
                project.write_transition(version, transition)
        well, output = project.build(f"{self.name}_program")
        if not well:
            raise Failure(self.first_reason(findings(output), output), output)

    def cut(self, project, found, output):
        """The chain ends before the first version that takes a person."""
        for each in found:
            self.fail(each.version, Failure(each.reason, output))
        self.reached = min((each.version for each in found), default=1)
        if self.reached <= SHORTEST:
            raise Failure(self.first_reason(found, output), output)
        for version in range(self.reached, self.last + 1):
            project.forget(version)
            del self.transitions[version]
        self.last = self.reached - 1
        project.configure()

    @staticmethod
    def first_reason(found, output):
        if found:
            return found[0].reason
        line = next((line for line in output.splitlines() if "error" in line), output[-200:])
        return "does not build: " + without_names(line.split("error:")[-1].strip())[:110]

    def upgrade(self, tool, project):
        """From each version to the next, with rows in all tables that took some."""
        database = self.databases.create(self.loaded[0])
        url = ["--url", self.databases.url_of(database)]
        project.program("stamp", "--to", "1", *url)
        self.facts = {"tables": 0, "filled": 0, "emptied": 0, "columns": 0,
                      "entries": sum(len(each.entries) for each in self.transitions.values())}
        for version in range(1, self.last):
            self.reached = version + 1
            lineage = Lineage(self.renames[version - 1:], self.tables[version - 1:])
            rows = self.rows_of(database, version)
            rows.fill(lineage.later_forms())
            before = rows.contents()
            project.program("upgrade", "--to", str(version + 1), *url)
            after = self.rows_of(database, version + 1).contents()
            emptied = with_referring(self.transitions[version + 1].emptied, rows.tables)
            self.facts["tables"] += len(before)
            self.facts["filled"] += sum(1 for table in before.values() if any(table.values()))
            self.facts["emptied"] += len(emptied)
            self.facts["columns"] += compared(lineage, emptied, before, after)
        project.program("check", *url)
        self.databases.apply(database, "DROP TABLE strata_history;")
        self.compare(tool, database)

    def rows_of(self, database, version):
        tables = self.tables[version - 1]
        return SqliteRows(database, tables) if self.is_sqlite \
            else PostgresqlRows(self.databases.url_of(database), tables)

    def compare(self, tool, database):
        stepper = Stepper(tool, self.databases)
        wanted = self.loaded[self.last - 1]
        rest = stepper.diff(database, wanted)
        if rest:
            raise Failure("the diff with the last snapshot is not empty", rest)
        stepper.compare(self.databases.dump(database), self.databases.dump(wanted))
