"""Scratch databases on a private PostgreSQL server."""
import re

from .commands import Failure, reason_of_server, run


class Server:
    """A server that tests/support/postgres_cluster started; `url` names its first database."""

    def __init__(self, url, prefix):
        self.url = url
        self.prefix = prefix
        self.count = 0

    def url_of(self, database):
        return re.sub(r"(//[^/]*/)[^?]*", lambda found: found[1] + database, self.url, count=1)

    def admin(self, sql):
        done = run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", sql, self.url])
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
        for _ in range(20):
            done = run(["psql", "-Xq", "-1", "-v", "ON_ERROR_STOP=1", "-f", str(path),
                        self.url_of(database)])
            role = re.search(r'role "([^"]*)" does not exist', done.stderr)
            if not role:
                break
            self.admin(f'CREATE ROLE "{role[1]}"')
        if done.returncode != 0:
            self.drop(database)
            raise Failure("the snapshot does not load: " + reason_of_server(done.stderr),
                          done.stderr)
        return database

    def apply(self, database, sql):
        done = run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-f", "-", self.url_of(database)], sql)
        if done.returncode != 0:
            raise Failure("the SQL fails: " + reason_of_server(done.stderr), done.stderr)

    def dump_in_order(self, database):
        """pg_dump's objects sorted; within each nothing is."""
        objects = re.split(r"\n\n(?=--\n-- Name: )", self.dump_text(database))
        return sorted(each.strip() for each in objects)

    def dump(self, database):
        """pg_dump's lines sorted, so that neither its order nor that of columns counts."""
        return sorted(line.rstrip(",") for line in self.dump_text(database).splitlines() if line)

    def dump_text(self, database):
        done = run(["pg_dump", "-s", "--no-owner", self.url_of(database)])
        if done.returncode != 0:
            raise Failure("pg_dump fails: " + reason_of_server(done.stderr), done.stderr)
        return re.sub(r"^\\(un)?restrict .*\n", "", done.stdout, flags=re.MULTILINE)
