"""A project of an imported history, as its owner would write it: headers, CMakeLists.txt, main."""
import re
import shutil

from .commands import Failure, reason_of_tool, run, without_names
from .heads import PROJECT

MAIN = """// Migrates its database.
#include <{name}/migrations.hpp>

#include <strata/cli.hpp>

int main(int argc, char** argv) {{
  return strata::cli::run(argc, argv, {name}::migrations, {{.program = "{name}"}});
}}
"""

LISTS = """strata_add_schema({name} VERSIONS {versions} SCHEMA_NAMESPACE {name}_schema
  DIALECTS {dialect} MINIMUM_POSTGRESQL 15 MINIMUM_SQLITE 3.40)
add_executable({name}_program main.cpp)
target_link_libraries({name}_program PRIVATE {name} strata::{dialect} strata::cli)
"""


class ChainProject:
    def __init__(self, folder, name, is_sqlite, prefix, jobs):
        self.folder = folder
        self.name = name
        self.dialect = "sqlite" if is_sqlite else "postgresql"
        self.prefix = prefix
        self.jobs = jobs
        self.imported = {}

    def header(self, number):
        return self.folder / f"v{number}.hpp"

    def import_version(self, tool, url, number):
        done = run([str(tool), "import", url, "--out", str(self.folder), "--version", str(number),
                    "--namespace", f"{self.name}_schema"])
        if done.returncode != 0:
            raise Failure(reason_of_tool(done.stderr), done.stderr)
        self.imported[number] = self.header(number).read_text()

    def write_transition(self, number, transition):
        """As the version's last argument."""
        if not transition.entries:
            return
        found = re.search(r"(inline constexpr auto version = schema_version\(.*)\);",
                          self.imported[number], re.DOTALL)
        text = self.imported[number]
        text = text[:found.end(1)] + ",\n    " + transition.written() + text[found.end(1):]
        if self.header(number).read_text() != text:
            self.header(number).write_text(text)

    def forget(self, number):
        del self.imported[number]
        self.header(number).unlink()
        shutil.rmtree(self.folder / f"v{number}", ignore_errors=True)

    def configure(self):
        versions = " ".join(f"v{number}.hpp" for number in sorted(self.imported))
        (self.folder / "CMakeLists.txt").write_text(
            PROJECT.replace("generator)", f"generator {self.dialect} cli)")
            + LISTS.format(name=self.name, versions=versions, dialect=self.dialect))
        (self.folder / "main.cpp").write_text(MAIN.format(name=self.name))
        done = run(["cmake", "-G", "Ninja", "-S", str(self.folder),
                    "-B", str(self.folder / "build"),
                    f"-DCMAKE_PREFIX_PATH={self.prefix}"])
        if done.returncode != 0:
            raise Failure("the imported headers do not configure", done.stdout + done.stderr)

    def build(self, target):
        """Whether it worked, and what was said."""
        done = run(["ninja", "-C", str(self.folder / "build"), "-j", str(self.jobs), target],
                   limit=1800)
        return done.returncode == 0, done.stdout + done.stderr

    def program(self, *words):
        done = run([str(self.folder / "build" / f"{self.name}_program"), *words], limit=600)
        if done.returncode != 0:
            message = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[0]
            place = r"^error: (version \d+, step \d+ of \d+: )?"
            message = re.sub(place, "", message).split(";")[0]
            raise Failure(f"{words[0]}: {without_names(message)[:150]}", done.stdout + done.stderr)
        return done.stdout
