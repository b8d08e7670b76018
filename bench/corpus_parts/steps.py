"""One step: diff, apply to a copy, compare."""
import difflib
import re
import shlex

from .commands import Failure, reason_of_tool, run, without_names
from .layout import rename_path

EQUAL, DIFFERENT = 0, 1
PROPOSED = re.compile(r"^  help: (--convert .*)$", re.MULTILINE)  # Taken as an engineer does.


class Stepper:
    def __init__(self, tool, databases, fast=False):
        self.tool = str(tool)
        self.databases = databases
        self.extra = ["--fast"] if fast else []

    def diff(self, old, new, renames=()):
        words = [self.tool, "diff", "--acknowledge-all", "--from", self.databases.url_of(old),
                 "--to", self.databases.url_of(new)] + self.extra
        for each in renames:
            words += ["--rename", rename_path(each)]
        done = run(words)
        proposed = PROPOSED.findall(done.stderr)
        if done.returncode not in (EQUAL, DIFFERENT) and proposed:
            done = run(words + shlex.split(" ".join(proposed)))
        if done.returncode not in (EQUAL, DIFFERENT):
            raise Failure(reason_of_tool(done.stderr), done.stderr)
        return done.stdout if done.returncode == DIFFERENT else ""

    def check(self, old, new, renames):
        """Raises what is wrong with the way from one database to the other."""
        sql = self.diff(old, new, renames)
        copy = self.databases.create(old)
        try:
            if sql:
                self.databases.apply(copy, sql)
            again = self.diff(copy, new)
            if again:
                raise Failure("the second diff is not empty: " + first_statement(again),
                              f"-- second diff:\n{again}")
            self.compare(self.databases.dump(copy), self.databases.dump(new))
        except Failure as failure:
            failure.story += f"\n-- renames: {renames}\n-- the SQL:\n{sql}"
            raise
        finally:
            self.databases.drop(copy)

    @staticmethod
    def compare(found, wanted):
        if found != wanted:
            lines = [line for line in difflib.unified_diff(found, wanted, "found", "wanted",
                                                           lineterm="", n=0)
                     if not line.startswith("@@")]
            raise Failure("the dumps differ: " + without_names(lines[2].strip())[:80],
                          "\n".join(lines))


def first_statement(sql):
    for line in sql.splitlines():
        if line and not line.startswith(("--", "SET ", "BEGIN;", "PRAGMA ")):
            return without_names(line)[:80]
    return "?"


def check_all(stepper, steps, report):
    """Steps of one history, or cases; the newer database of one is the older of the next."""
    held, at = None, None
    for step in steps:
        new = None
        try:
            if held is None or at != step.old:
                stepper.databases.drop(held)
                held = None
                held = stepper.databases.load(step.old)
            new = stepper.databases.load(step.new)
            stepper.check(held, new, step.renames)
            report(step, None)
        except Failure as failure:
            report(step, failure)
        except Exception as problem:  # A failure of one step must not end the others.
            report(step, Failure(f"bench: {type(problem).__name__}", str(problem)))
        if new is not None:
            stepper.databases.drop(held)
            held, at = new, step.new
    stepper.databases.drop(held)
