"""A PostgreSQL server of one's own, for as long as it is needed."""
import pathlib
import subprocess

NO_SERVER = 3  # What postgres_cluster says where no server is installed.
SKIPPED = 77


class PrivateServer:
    def __init__(self, root, directory):
        self.program = root / "tests" / "support" / "postgres_cluster"
        self.directory = pathlib.Path(directory) / "server"

    def __enter__(self):
        started = subprocess.run([self.program, "start", self.directory], check=False,
                                 stdout=subprocess.DEVNULL)
        if started.returncode != 0:
            raise SystemExit(SKIPPED if started.returncode == NO_SERVER else 1)
        return (self.directory / "url").read_text().strip()

    def __exit__(self, *_):
        subprocess.run([self.program, "stop", self.directory], check=False)
