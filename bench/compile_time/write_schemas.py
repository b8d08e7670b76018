#!/usr/bin/env python3
"""Writes the schemas whose compile time is measured: write_schemas.py <case> <folder>."""

import pathlib
import sys

COLUMNS = [
    'column("{n}", bigint)',
    'column("{n}", text).nullable()',
    'column("{n}", varchar(100)).default_("none")',
    'column("{n}", timestamptz).default_(now())',
    'column("{n}", numeric(12, 2)).nullable().comment("an amount")',
    'column("{n}", boolean).default_(false)',
    'column("{n}", jsonb).nullable()',
    'column("{n}", uuid).default_(gen_random_uuid())',
]
EXTRAS = [
    'unique("c2")',
    'check("c1 > 0")',
    'index("c3")',
    'index("c4", desc("c5"))',
    'index("c6").where("c6 is not null")',
    'unique("c3", "c4").named("{t}_pair")',
]


def table(number, columns, rich):
    """A table whose kinds of elements are (nearly) its own: compilers can share nothing."""
    name = f"table_{number}"
    lines = ['column("id", bigint).identity()']
    lines += [COLUMNS[(number + i) % len(COLUMNS)].format(n=f"c{i}") for i in range(1, columns)]
    lines.append('primary_key("id")')
    for bit in range(len(EXTRAS)):
        if rich and (number >> bit) & 1:
            lines.append(EXTRAS[bit].format(t=name))
    if number % 3 == 2:
        lines.append(f'foreign_key("c1").references(table_{number - 1}, "id").on_delete(cascade)')
    return f'inline constexpr auto {name} = table("{name}",\n    ' + ",\n    ".join(lines) + ");\n"


def header(version, body, objects, since=None):
    # Compilers nest 200 includes at most: every 50th version comes first.
    earlier = [*range(50, since or 0, 50), since] if since else []
    include = "\n".join(f'#include "v{n}.hpp"' for n in earlier) or "#include <strata/schema.hpp>"
    carried = f", since(v{since}::version)" if since else ""
    return (
        f"#pragma once\n{include}\n\nnamespace schema::v{version} {{\nusing namespace strata::dsl;\n\n"
        + body
        + f"\ninline constexpr auto version = schema_version({version}{carried}, "
        + ", ".join(objects)
        + ");\n}\n"
    )


def unit(version):
    return (
        f'#include "v{version}.hpp"\n#include <strata/lower.hpp>\n'
        f"strata::model::version_declaration v{version}() "
        f"{{ return strata::lower(schema::v{version}::version); }}\n"
    )


def write(folder, version, text):
    (folder / f"v{version}.hpp").write_text(text)
    (folder / f"v{version}.cpp").write_text(unit(version))


def alike(folder):
    """200 tables of 16 columns in one version, all with the same kinds of elements."""
    lines = ['column("id", bigint).identity()']
    lines += [COLUMNS[i % len(COLUMNS)].format(n=f"c{i}") for i in range(1, 16)]
    lines += ['primary_key("id")', 'index("c3")']
    body = "\n".join(
        f'inline constexpr auto table_{n} = table("table_{n}",\n    ' + ",\n    ".join(lines) + ");\n"
        for n in range(200)
    )
    write(folder, 1, header(1, body, [f"table_{n}" for n in range(200)]))


def wide(folder):
    """200 tables of 16 columns in one version; hardly two have the same kinds of elements."""
    numbers = range(200)
    body = "\n".join(table(n, 16, rich=True) for n in numbers)
    write(folder, 1, header(1, body, [f"table_{n}" for n in numbers]))


def long(folder, versions=200, tables=80, changed=3):
    """Versions that each change a few tables; what counts is the last unit."""
    body = "\n".join(table(n, 16, rich=True) for n in range(tables))
    write(folder, 1, header(1, body, [f"table_{n}" for n in range(tables)]))
    latest = {n: 1 for n in range(tables)}
    for version in range(2, versions + 1):
        names = []
        lines = []
        for i in range(changed):
            n = (version * changed + i) % tables
            lines.append(
                f"inline constexpr auto table_{n} = v{latest[n]}::table_{n}.with(\n"
                f'    column("added_{version}", text).nullable(), index("added_{version}"));\n'
            )
            latest[n] = version
            names.append(f"table_{n}")
        write(folder, version, header(version, "\n".join(lines), names, version - 1))


def bodies(folder, functions=300, size=60000):
    """Functions with long bodies."""
    line = "  perform something(1, 2, 3); -- a line of a body\n"
    text = line * (size // len(line))
    lines = [
        f'inline constexpr auto f_{n} = function("f_{n}", "a integer",\n'
        f'    R"sql(RETURNS void LANGUAGE plpgsql AS $$ BEGIN\n{text}END $$)sql");\n'
        for n in range(functions)
    ]
    write(folder, 1, header(1, "\n".join(lines), [f"f_{n}" for n in range(functions)]))


CASES = {"alike": alike, "wide": wide, "long": long, "bodies": bodies}

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in CASES:
        sys.exit(f"usage: write_schemas.py {'|'.join(CASES)} <folder>")
    target = pathlib.Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    CASES[sys.argv[1]](target)
