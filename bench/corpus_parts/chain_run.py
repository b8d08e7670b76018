"""Runs the chains of a corpus, one project after the other."""
import pathlib
import shutil
import sys

from . import layout
from .chain_project import ChainProject
from .chains import Chain, spread
from .commands import Failure, Untried
from .heads import install
from .postgresql import Server
from .report import outcome_of
from .sqlite import Files


def outcomes_of(chain):
    """One a version; those after the first that failed were not reached."""
    outcomes = []
    for version, path in enumerate(chain.paths, 1):
        failure = chain.failures.get(version)
        if failure is None and chain.failures and version > min(chain.failures):
            failure = Untried("an earlier version of the chain failed")
        step = layout.Step(chain.project, f"v{version:02}-{path.name[:4]}", path, path, (),
                           chain.is_sqlite)
        outcomes.append(outcome_of(step, failure))
    return outcomes


def note_of(chain):
    if not chain.facts:
        return ""
    return ("   {filled} of {tables} tables had rows, {emptied} were emptied, {columns} columns kept"
            " their values; {entries} entries in transitions").format(**chain.facts)


def run_one(chain, tool, folder, prefix, jobs):
    project = ChainProject(folder, chain.name, chain.is_sqlite, prefix, jobs)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        chain.load_and_import(tool, project)
        project.configure()
        chain.build(project)
        chain.upgrade(tool, project)
    except Failure as failure:
        chain.fail(chain.reached, failure)
    except Exception as problem:  # A failure of one chain must not end the others.
        chain.fail(chain.reached, Failure(f"bench: {type(problem).__name__}", str(problem)))
    for database in chain.loaded:
        chain.databases.drop(database)


def run_chains(given, folders, scratch, tool, url):
    prefix = pathlib.Path(scratch).resolve() / "prefix"
    install(given.build, prefix)
    server, files = Server(url, "c"), Files(scratch, "c")
    outcomes, notes = [], {}
    for project, snapshots, renames in layout.recorded(folders):
        if given.only and not any(text in project for text in given.only):
            continue
        numbers = spread(snapshots, given.versions)
        if len(numbers) < 2:
            continue
        is_sqlite = layout.is_sqlite(project)
        chain = Chain(project, snapshots, renames, numbers, files if is_sqlite else server,
                      is_sqlite)
        folder = pathlib.Path(given.keep or scratch).resolve() / "chains" / chain.name
        run_one(chain, tool, folder, prefix, given.jobs)
        outcomes += outcomes_of(chain)
        notes[project] = note_of(chain)
        print(f"{len(notes)} chains done", end="\r", file=sys.stderr)
    return outcomes, notes
