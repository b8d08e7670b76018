"""The last snapshot of each history: imported, compiled, generated, applied, compared."""
import os
import re

from .commands import Failure, reason_of_server, reason_of_tool, run, without_names

PROJECT = """cmake_minimum_required(VERSION 3.25)
project(corpus LANGUAGES CXX)
set(CMAKE_CXX_STANDARD 20)
find_package(strata REQUIRED COMPONENTS generator)
"""

SCHEMA = """strata_add_schema({name} VERSIONS {versions} SCHEMA_NAMESPACE {name}_schema
  DIALECTS {dialect} GENERATED_DIR {name}/generated MINIMUM_POSTGRESQL 15 MINIMUM_SQLITE 3.40)
"""


def identifier(project):
    return re.sub(r"\W", "_", project)


class Head:
    """One project's way through the tool, the compiler and the database."""

    def __init__(self, project, snapshot, databases, is_sqlite):
        self.project = project
        self.snapshot = snapshot
        self.databases = databases
        self.name = identifier(project)
        self.dialect = "sqlite" if is_sqlite else "postgresql"
        self.database = None

    def load_and_import(self, tool, folder):
        self.database = self.databases.load(self.snapshot)
        done = run([str(tool), "import", self.databases.url_of(self.database),
                    "--out", str(folder / self.name), "--namespace", f"{self.name}_schema"])
        if done.returncode != 0:
            raise Failure(reason_of_tool(done.stderr), done.stderr)

    def cmake(self):
        return SCHEMA.format(name=self.name, versions=f"{self.name}/v1.hpp", dialect=self.dialect)

    def compare(self, folder, tool):
        sql = folder / self.name / "generated" / self.dialect / "0001.up.sql"
        made = self.databases.create()
        self.databases.apply(made, sql.read_bytes().decode())
        difference = run([str(tool), "diff", "--acknowledge-all",
                          "--from", self.databases.url_of(made),
                          "--to", self.databases.url_of(self.database)])
        entries = self.databases.dump_in_order
        if entries(made) != entries(self.database):
            gone = [e for e in entries(self.database) if e not in entries(made)]
            extra = [e for e in entries(made) if e not in entries(self.database)]
            words = (gone or extra or ["the order of columns"])[0]
            raise Failure("the dumps differ: " + without_names(first_line(words))[:90],
                          "wanted:\n" + "\n".join(gone) + "\nfound:\n" + "\n".join(extra))
        if difference.returncode != 0:
            raise Failure("the diff is not empty", difference.stdout + difference.stderr)


def first_line(text):
    lines = [line for line in text.splitlines() if line and not line.startswith("--")]
    return lines[0] if lines else text


def install(build, prefix):
    done = run(["cmake", "--install", str(build), "--prefix", str(prefix)])
    if done.returncode != 0:
        raise SystemExit("the build cannot be installed; build everything first:\n" + done.stderr)


def configure(folder, schemas, prefix):
    (folder / "CMakeLists.txt").write_text(PROJECT + "".join(schemas))
    done = run(["cmake", "-G", "Ninja", "-S", str(folder), "-B", str(folder / "build"),
                f"-DCMAKE_PREFIX_PATH={prefix}"])
    if done.returncode != 0:
        raise SystemExit("the imported headers do not configure:\n" + done.stdout + done.stderr)


def build_target(folder, target, jobs):
    done = run(["ninja", "-C", str(folder / "build"), "-j", str(jobs), target], limit=1800)
    if done.returncode == 0:
        return
    output = done.stdout + done.stderr
    error = next((line for line in output.splitlines() if "error:" in line), output[-200:])
    code = re.search(r"\b[SR]\d{3}\w*", output)
    raise Failure(f"does not build: {code[0] + ' ' if code else ''}"
                  + without_names(error.split("error:")[-1].strip())[:110], output)


def check_heads(heads, tool, build, folder, jobs, report):
    prefix = folder / "prefix"
    install(build, prefix)
    ready = []
    for head in heads:
        try:
            head.load_and_import(tool, folder)
            ready.append(head)
        except Failure as failure:
            report(head, failure)
    configure(folder, [head.cmake() for head in ready], os.path.abspath(prefix))
    for head in ready:
        try:
            build_target(folder, f"{head.name}_generate", jobs)
            head.compare(folder, tool)
            report(head, None)
        except Failure as failure:
            report(head, failure)
