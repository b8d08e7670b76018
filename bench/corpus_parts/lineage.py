"""What becomes of tables and columns from version to version."""

TEXTS = {"text", "character varying", "character"}


class Lineage:
    """From one version on."""

    def __init__(self, renames, tables):
        self.renames = renames  # Of each version but the first.
        self.tables = tables  # Of each version.

    def followed(self, table, column):
        """The first version's column in each version that has it, with its table there."""
        yield table, self.tables[0][table].column(column)
        for moved, tables in zip(self.renames, self.tables[1:]):
            table, column = moved.table(table), moved.column(table, column)
            found = tables[table].column(column) if table in tables else None
            if found is None:
                return
            yield table, found

    def columns(self):
        return [(table, column.name) for table in self.tables[0]
                for column in self.tables[0][table].columns]

    def later_forms(self):
        """What texts become."""
        forms = {}
        for table, column in self.columns():
            (_, first), *later = self.followed(table, column)
            other = [each for _, each in later if each.kind not in TEXTS]
            if first.kind in TEXTS and other:
                forms[table, column] = other[0]
        return forms

    def kept(self):
        """Columns that the next version has too, by what it calls them; none where the type is
        another."""
        for table, column in self.columns():
            (_, first), *later = self.followed(table, column)
            if later and later[0][1].type == first.type:
                yield (table, column), (later[0][0], later[0][1].name)
