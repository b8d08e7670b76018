"""Shares the work between processes and prints the outcome."""
import concurrent.futures
import pathlib
import shutil
import sys
import tempfile

from . import layout
from .chain_run import run_chains
from .heads import Head, check_heads
from .postgresql import Server
from .private_server import PrivateServer
from .report import kind_of, outcome_of, print_table, write_outcomes
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


def own_tool(given, scratch):
    """A copy, so that a build meanwhile does not change what is tried."""
    return pathlib.Path(shutil.copy(given.build / "bin" / "strata", scratch)).resolve()


def run_histories(given, root, folders, scratch):
    groups = layout.histories(folders)
    groups.update(layout.cases(folders))
    groups = chosen(groups, given)
    if given.back:
        groups = {project: [each.turned() for each in reversed(steps)]
                  for project, steps in groups.items()}
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
    return outcomes, {}


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
    return outcomes, {}


def run_all_chains(given, root, folders, scratch):
    with PrivateServer(root, scratch) as url:
        return run_chains(given, folders, scratch, own_tool(given, scratch), url)


RUNS = {"histories": run_histories, "heads": run_heads, "chains": run_all_chains}


def main(given, root):
    with tempfile.TemporaryDirectory(prefix="strata-corpus-") as scratch:
        unpacked = pathlib.Path(scratch) / "unpacked"
        unpacked.mkdir()
        layout.unpack(given.directory, unpacked)
        folders = [given.directory, unpacked]
        outcomes, notes = RUNS[given.what](given, root, folders, scratch)
        write_outcomes(given, outcomes)
    outcomes.sort(key=lambda each: (each[0].project, each[0].name))
    print_table(outcomes, notes)
    return 1 if any(kind_of(reason) == 1 for _, reason, _ in outcomes) else 0
