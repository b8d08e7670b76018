"""Whether an upgrade kept the rows: each column's values before and after it."""
import collections

from .commands import Failure


def compared(lineage, emptied, before, after):
    """How many columns kept their values; raises where one did not."""
    count = 0
    for (table, column), (table_now, column_now) in lineage.kept():
        was, found = before[table][column], after[table_now][column_now]
        if table in emptied or not was:
            continue
        if len(was) != len(found) or not are_kept(was, found):
            raise Failure("rows are lost" if len(was) != len(found) else "values are changed",
                          f"{table} {column}: {was}\n{table_now} {column_now}: {found}")
        count += 1
    return count


def are_kept(was, found):
    """All values but nulls, which a backfill replaces."""
    values = collections.Counter(each for each in was if each is not None)
    return not values - collections.Counter(found)


def with_referring(emptied, tables):
    """The tables, and those whose rows go with theirs."""
    emptied = set(emptied)
    for _ in tables:
        emptied |= {name for name, table in tables.items()
                    if any(each["table"] in emptied for each in table.references)}
    return emptied
