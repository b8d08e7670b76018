"""What lies in a corpus: histories and cases, found by what their folders hold."""
import dataclasses
import json
import pathlib
import re
import tarfile

SNAPSHOT = re.compile(r"(\d{4})\.schema\.sql$")


@dataclasses.dataclass(frozen=True)
class Step:
    """From one schema to the next, with the renames that are known."""
    project: str
    name: str
    old: pathlib.Path
    new: pathlib.Path
    renames: tuple  # Of (kind, path, new name), as steps.json has them.
    sqlite: bool

    def turned(self):
        """The way back."""
        after, _, before = self.name.rpartition("-")
        name = f"{before}-{after}" if after.isdigit() else f"{self.name} turned"
        return Step(self.project, name, self.new, self.old,
                    tuple(turned(each, self.sqlite) for each in reversed(self.renames)),
                    self.sqlite)


def unpack(directory, into):
    for archive in sorted(directory.rglob("*.tar.xz")):
        target = into / archive.name.removesuffix(".tar.xz")
        if not target.exists():
            target.mkdir(parents=True)
            with tarfile.open(archive) as packed:
                safely = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
                packed.extractall(target, **safely)


def is_sqlite(name):
    return name.endswith(".sqlite") or name.startswith("sqlite")


def rename_path(rename):
    """("RENAME COLUMN", "s.t.old", "new") as --rename takes it."""
    return f"{rename[1]}={rename[2]}"


def turned(rename, sqlite):
    """("RENAME COLUMN", "s.t.new", "old"); the new name may stand with its path, the last may hold
    points."""
    kind, path, to = rename
    above = (2 if kind in ("RENAME COLUMN", "RENAME CONSTRAINT") else 1) - (1 if sqlite else 0)
    *owner, old = path.split(".", above)
    prefix = "".join(each + "." for each in owner)
    return kind, to if prefix and to.startswith(prefix) else prefix + to, old


def recorded(folders):
    """Each history's name, its snapshots by number, and what each step renamed, by its number."""
    for folder in folders:
        for steps_file in sorted(folder.rglob("steps.json")):
            home = steps_file.parent
            snapshots = {int(SNAPSHOT.match(each.name)[1]): each
                         for each in home.iterdir() if SNAPSHOT.match(each.name)}
            renames = {step["n"]: step.get("renames", [])
                       for step in json.loads(steps_file.read_text())}
            yield home.name, snapshots, renames


def histories(folders):
    """Project to its steps; a snapshot that changed nothing has no file."""
    found = {}
    for project, snapshots, renames in recorded(folders):
        numbers = sorted(snapshots)
        steps = []
        for before, after in zip(numbers, numbers[1:]):
            between = tuple(tuple(each) for n in range(before + 1, after + 1)
                            for each in renames.get(n, []))
            steps.append(Step(project, f"{before:04}-{after:04}", snapshots[before],
                              snapshots[after], between, is_sqlite(project)))
        found[project] = steps
    return found


def cases(folders):
    """Source to its cases, as steps without known renames."""
    found = {}
    for folder in folders:
        for old in sorted(folder.rglob("old.sql")):
            source = old.parent.parent.name
            found.setdefault(source, []).append(
                Step(source, old.parent.name, old, old.with_name("new.sql"), (),
                     is_sqlite(source)))
    return found
