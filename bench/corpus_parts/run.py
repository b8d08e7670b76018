"""Shares the work between processes and prints the outcome."""
import collections
import concurrent.futures
import pathlib
import shutil
import subprocess
import sys
import tempfile

from . import layout
from .commands import Untried
from .heads import Head, check_heads
from .postgresql import Server
from .sqlite import Files
from .steps import Stepper, check_all

CHUNK = 40  # Steps that one process takes at a time, at most.


def chosen(groups, given):
    picked = {}
    for project, steps in groups.items():
        if given.only and not any(text in project or any(text in s.name for s in steps)
                                  for text in given.only):
            continue
        named = [s for s in steps if any(text in s.name for text in given.only)]
        steps = named or steps
        if given.steps:
            first, _, last = given.steps.partition("-")
            steps = [s for s in steps
                     if int(first) <= int(s.name[-4:]) <= int(last or first)]
        picked[project] = steps[::given.every]
    return picked


UNTRIED = "cannot be tried: "


def outcome_of(step, failure):
    prefix = UNTRIED if isinstance(failure, Untried) else ""
    return step, failure and prefix + failure.reason, failure and failure.story


def work(steps, tool, fast, server_url, directory, prefix):
    """In a process of its own: outcomes of some steps, as plain values."""
    databases = Files(directory, prefix) if steps[0].sqlite else Server(server_url, prefix)
    outcomes = []

    def report(step, failure):
        outcomes.append(outcome_of(step, failure))

    check_all(Stepper(tool, databases, fast), steps, report)
    return outcomes


def chunks(groups, jobs):
    """Small enough that no process waits long for the others."""
    size = min(CHUNK, max(4, sum(map(len, groups.values())) // (jobs * 4)))
    for steps in groups.values():
        for at in range(0, len(steps), size):
            yield steps[at:at + size]


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


def write_reasons(given, outcomes):
    with open(given.reasons, "w") as file:
        for step, reason, _ in outcomes:
            if reason:
                print(f"{step.project} {step.name}: {reason}", file=file)


def keep_stories(given, outcomes):
    given.keep.mkdir(parents=True, exist_ok=True)
    for step, reason, story in outcomes:
        path = given.keep / f"{step.project}.{step.name}.txt"
        path.unlink(missing_ok=True)
        if reason:
            path.write_text(f"{reason}\n\n{step.old}\n{step.new}\n\n{story}\n")


def write_outcomes(given, outcomes):
    """As soon as they are known, so that an interrupted run has said something."""
    if given.reasons:
        write_reasons(given, outcomes)
    if given.keep:
        keep_stories(given, outcomes)


def kind_of(reason):
    """The column of the table: well, failed, untried."""
    return 0 if not reason else 2 if reason.startswith(UNTRIED) else 1


def own_tool(given, scratch):
    """A copy, so that a build meanwhile does not change what is tried."""
    return pathlib.Path(shutil.copy(given.build / "bin" / "strata", scratch)).resolve()


def print_table(outcomes):
    by_project = collections.defaultdict(lambda: [0, 0, 0])
    reasons = collections.Counter()
    for step, reason, _ in outcomes:
        by_project[step.project][kind_of(reason)] += 1
        if reason:
            reasons[reason] += 1
    width = max([len(name) for name in by_project] + [7])
    print(f"{'project':{width}}   steps    well  failed untried")
    rows = sorted(by_project.items())
    rows.append(("all", [sum(each) for each in zip(*by_project.values())] or [0, 0, 0]))
    for project, (well, failed, untried) in rows:
        print(f"{project:{width}} {well + failed + untried:7} {well:7} {failed:7} {untried:7}")
    for reason, count in reasons.most_common():
        print(f"{count:6}  {reason}")


def run_histories(given, root, folders, scratch):
    groups = layout.histories(folders)
    groups.update(layout.cases(folders))
    groups = chosen(groups, given)
    tool = own_tool(given, scratch)
    outcomes = []
    with PrivateServer(root, scratch) as url, \
            concurrent.futures.ProcessPoolExecutor(given.jobs) as pool:
        waiting = [pool.submit(work, steps, tool, given.fast, url, scratch, f"s{at}")
                   for at, steps in enumerate(chunks(groups, given.jobs)) if steps]
        for done in concurrent.futures.as_completed(waiting):
            outcomes += done.result()
            write_outcomes(given, outcomes)
            print(f"{len(outcomes)} steps done", end="\r", file=sys.stderr)
    return outcomes


def run_heads(given, root, folders, scratch):
    histories = chosen(layout.histories(folders), given)
    folder = pathlib.Path(scratch)
    tool = own_tool(given, scratch)
    outcomes = []

    def report(head, failure):
        step = layout.Step(head.project, head.snapshot.name[:4], head.snapshot, head.snapshot, (),
                           head.dialect == "sqlite")
        outcomes.append(outcome_of(step, failure))
        write_outcomes(given, outcomes)
        print(f"{len(outcomes)} heads done", end="\r", file=sys.stderr)

    with PrivateServer(root, scratch) as url:
        server, files = Server(url, "h"), Files(folder, "h")
        heads = [Head(project, steps[-1].new, files if steps[-1].sqlite else server,
                      steps[-1].sqlite) for project, steps in histories.items() if steps]
        check_heads(heads, tool, given.build, folder, given.jobs, report)
    return outcomes


RUNS = {"histories": run_histories, "heads": run_heads}


def main(given, root):
    with tempfile.TemporaryDirectory(prefix="strata-corpus-") as scratch:
        unpacked = pathlib.Path(scratch) / "unpacked"
        unpacked.mkdir()
        layout.unpack(given.directory, unpacked)
        folders = [given.directory, unpacked]
        outcomes = RUNS[given.what](given, root, folders, scratch)
    outcomes.sort(key=lambda each: (each[0].project, each[0].name))
    print_table(outcomes)
    return 1 if any(kind_of(reason) == 1 for _, reason, _ in outcomes) else 0
