"""Shares the work between processes and prints the outcome."""
import collections
import concurrent.futures
import pathlib
import subprocess
import sys
import tempfile

from . import layout
from .heads import Head, check_heads
from .postgresql import Server
from .sqlite import Files
from .steps import Stepper, check_all

CHUNK = 40  # Steps that one process takes at a time.


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


def work(steps, tool, fast, server_url, directory, prefix):
    """In a process of its own: outcomes of some steps, as plain values."""
    databases = Files(directory, prefix) if steps[0].sqlite else Server(server_url, prefix)
    outcomes = []

    def report(step, failure):
        outcomes.append((step, failure and failure.reason, failure and failure.story))

    check_all(Stepper(tool, databases, fast), steps, report)
    return outcomes


def chunks(groups):
    for steps in groups.values():
        for at in range(0, len(steps), CHUNK):
            yield steps[at:at + CHUNK]


class PrivateServer:
    def __init__(self, root, directory):
        self.program = root / "tests" / "support" / "postgres_cluster"
        self.directory = pathlib.Path(directory) / "server"

    def __enter__(self):
        subprocess.run([self.program, "start", self.directory], check=True,
                       stdout=subprocess.DEVNULL)
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


def print_table(outcomes):
    by_project = collections.defaultdict(lambda: [0, 0])
    reasons = collections.Counter()
    for step, reason, _ in outcomes:
        by_project[step.project][1 if reason else 0] += 1
        if reason:
            reasons[reason] += 1
    width = max([len(name) for name in by_project] + [7])
    print(f"{'project':{width}}   steps    well  failed")
    for project, (well, failed) in sorted(by_project.items()):
        print(f"{project:{width}} {well + failed:7} {well:7} {failed:7}")
    well = sum(each[0] for each in by_project.values())
    print(f"{'all':{width}} {len(outcomes):7} {well:7} {len(outcomes) - well:7}")
    for reason, count in reasons.most_common():
        print(f"{count:6}  {reason}")


def run_histories(given, root, folders, scratch):
    groups = layout.histories(folders)
    groups.update(layout.cases(folders))
    groups = chosen(groups, given)
    tool = (given.build / "bin" / "strata").resolve()
    outcomes = []
    with PrivateServer(root, scratch) as url, \
            concurrent.futures.ProcessPoolExecutor(given.jobs) as pool:
        waiting = [pool.submit(work, steps, tool, given.fast, url, scratch, f"s{at}")
                   for at, steps in enumerate(chunks(groups)) if steps]
        for done in concurrent.futures.as_completed(waiting):
            outcomes += done.result()
            write_outcomes(given, outcomes)
            print(f"{len(outcomes)} steps done", end="\r", file=sys.stderr)
    return outcomes


def run_heads(given, root, folders, scratch):
    histories = chosen(layout.histories(folders), given)
    folder = pathlib.Path(scratch)
    tool = (given.build / "bin" / "strata").resolve()
    outcomes = []

    def report(head, failure):
        step = layout.Step(head.project, head.snapshot.name[:4], head.snapshot, head.snapshot, (),
                           head.dialect == "sqlite")
        outcomes.append((step, failure and failure.reason, failure and failure.story))
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
    return 1 if any(reason for _, reason, _ in outcomes) else 0
