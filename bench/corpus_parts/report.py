"""What became of the steps: a table by project, the failures by reason, and files with them."""
import collections

from .commands import Untried

UNTRIED = "cannot be tried: "


def outcome_of(step, failure):
    prefix = UNTRIED if isinstance(failure, Untried) else ""
    return step, failure and prefix + failure.reason, failure and failure.story


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


def print_table(outcomes, notes):
    """Notes stand behind their project's line."""
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
        print(f"{project:{width}} {well + failed + untried:7} {well:7} {failed:7} {untried:7}"
              + notes.get(project, ""))
    for reason, count in reasons.most_common():
        print(f"{count:6}  {reason}")
