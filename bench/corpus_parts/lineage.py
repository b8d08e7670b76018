"""What became of the tables and columns of version 1, from version to version."""

TEXTS = {"text", "character varying", "character"}


class Lineage:
    def __init__(self, renames, tables):
        self.renames = renames  # Of each version but the first.
        self.tables = tables  # Of each version.

    def followed(self, table, column):
        """Version 1's column in each version that has it, with its table there."""
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
        """What texts of version 1 become."""
        forms = {}
        for table, column in self.columns():
            (_, first), *later = self.followed(table, column)
            other = [each for _, each in later if each.kind not in TEXTS]
            if first.kind in TEXTS and other:
                forms[table, column] = other[0]
        return forms

    def kept_tables(self):
        """Version 1's tables that every version has, with what the last one calls them."""
        for first in self.tables[0]:
            now = first
            for moved, tables in zip(self.renames, self.tables[1:]):
                now = moved.table(now)
                if now not in tables:
                    break
            else:
                yield first, now

    def kept_columns(self):
        """The same of columns that have one type all the way."""
        for table, column in self.columns():
            all_the_way = list(self.followed(table, column))
            last_table, last = all_the_way[-1]
            if len(all_the_way) == len(self.tables) \
                    and len({each.type for _, each in all_the_way}) == 1:
                yield (table, column), (last_table, last.name)
