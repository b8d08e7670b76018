"""What a history renamed between two snapshots, over all the steps between them."""


class Renames:
    """Old names to those of today; a table is (schema, name), all else (table or schema, name)."""

    def __init__(self):
        self.tables = {}
        self.columns = {}
        self.constraints = {}
        self.indexes = {}

    def step(self, renames):
        """One step's; its paths are all in the names from before it."""
        moved = {}
        for kind, path, to in renames:
            if kind in ("RENAME TABLE", "RENAME INDEX"):
                schema, name = parts_of(path, 2)
                if kind == "RENAME TABLE":
                    moved[self.first_table(schema, name)] = (schema, parts_of(to, 2)[1])
                else:
                    follow(self.indexes, (schema, name), parts_of(to, 2)[1])
            elif kind in ("RENAME COLUMN", "RENAME CONSTRAINT"):
                schema, table, name = parts_of(path, 3)
                known = self.columns if kind == "RENAME COLUMN" else self.constraints
                follow(known, (self.first_table(schema, table), name), to)
        self.tables.update(moved)

    def first_table(self, schema, name):
        """What the table was called in the first snapshot."""
        for first, now in self.tables.items():
            if now == (schema, name):
                return first
        return schema, name

    def table(self, first):
        return self.tables.get(first, first)

    def column(self, table, first):
        """Today's name of a column, by the first snapshot's names."""
        return self.columns.get((table, first), first)


def parts_of(path, count):
    """Of SQLite's the schema is empty; the last part may hold points."""
    parts = path.split(".", count - 1)
    return [""] * (count - len(parts)) + parts


def follow(known, path, to):
    """Notes a rename; of a name that came by a rename, it is the first one that is renamed."""
    owner, name = path
    first = next((each for each, now in known.items() if each[0] == owner and now == name), path)
    known[first] = to


def between(renames_of_steps, before, after):
    """Of the steps after one snapshot, up to another."""
    composed = Renames()
    for number in range(before + 1, after + 1):
        composed.step(renames_of_steps.get(number, []))
    return composed
