"""Scratch databases on a private PostgreSQL server."""
import functools
import pathlib
import re
import subprocess

from .commands import Failure, Untried, reason_of_server, run
from .live_catalogue import CATALOGUE


@functools.cache
def program(name):
    """The client itself, past the wrapper that Debian puts before it and that takes its time."""
    try:
        folder = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True,
                                check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return name
    own = pathlib.Path(folder) / name
    return str(own) if own.exists() else name


class Server:
    """A server that tests/support/postgres_cluster started; `url` names its first database."""

    def __init__(self, url, prefix):
        self.url = url
        self.prefix = prefix
        self.count = 0

    def url_of(self, database):
        return re.sub(r"(//[^/]*/)[^?]*", lambda found: found[1] + database, self.url, count=1)

    def admin(self, sql):
        done = run([program("psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", sql, self.url])
        if done.returncode != 0:
            raise Failure("bench: " + reason_of_server(done.stderr), done.stderr)

    def create(self, template="template0"):
        self.count += 1
        name = f"{self.prefix}_{self.count}"
        self.admin(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, database):
        if database:
            self.admin(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    def load(self, path):
        """A new database with the file in it; roles that it names are made."""
        database = self.create()
        # Functions that are inlined as the snapshot loads look for names without a schema.
        text = path.read_text().replace("set_config('search_path', '', false)",
                                        "set_config('search_path', 'public', false)")
        whole = [] if re.search(r"\bCONCURRENTLY\b", text) else ["-1"]
        for _ in range(20):
            done = run([program("psql"), "-Xq", *whole, "-v", "ON_ERROR_STOP=1", "-f", "-",
                        self.url_of(database)], text)
            role = re.search(r'role "([^"]*)" does not exist', done.stderr)
            if not role:
                break
            self.admin(f'CREATE ROLE "{role[1]}"')
        if done.returncode != 0:
            self.drop(database)
            missing = re.search(r'extension "([^"]*)" is not available', done.stderr)
            if missing:
                raise Untried(f"the extension {missing[1]} is not installed", done.stderr)
            raise Failure("the snapshot does not load: " + reason_of_server(done.stderr),
                          done.stderr)
        return database

    def apply(self, database, sql):
        done = run([program("psql"), "-Xq", "-v", "ON_ERROR_STOP=1", "-f", "-", self.url_of(database)], sql)
        if done.returncode != 0:
            raise Failure("the SQL fails: " + reason_of_server(done.stderr), done.stderr)

    def dump_in_order(self, database):
        """pg_dump's objects sorted; within each nothing is."""
        if self.is_newer_than_pg_dump():
            return self.dump(database)
        objects = re.split(r"\n\n(?=--\n-- Name: )", self.dump_text(database))
        return sorted(each.strip() for each in objects)

    def dump(self, database):
        """pg_dump's lines sorted, so that neither its order nor that of columns counts."""
        if self.is_newer_than_pg_dump():
            return self.catalogue(database)
        return sorted(line.rstrip(",") for line in self.dump_text(database).splitlines() if line)

    @functools.cache
    def is_newer_than_pg_dump(self):
        """pg_dump refuses such a server."""
        words = run([program("pg_dump"), "--version"]).stdout
        own = int(re.search(r"\) (\d+)", words)[1])
        done = run([program("psql"), "-XqAt", "-c", "SHOW server_version_num", self.url])
        return int(done.stdout) // 10000 > own

    def catalogue(self, database):
        done = run([program("psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", CATALOGUE,
                    self.url_of(database)])
        if done.returncode != 0:
            raise Failure("the catalogue cannot be read: " + reason_of_server(done.stderr),
                          done.stderr)
        return done.stdout.splitlines()

    def dump_text(self, database):
        done = run([program("pg_dump"), "-s", "--no-owner", self.url_of(database)])
        if done.returncode != 0:
            raise Failure("pg_dump fails: " + reason_of_server(done.stderr), done.stderr)
        return re.sub(r"^\\(un)?restrict .*\n", "", done.stdout, flags=re.MULTILINE)
