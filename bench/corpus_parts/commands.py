"""Running programs, and what a failure of theirs is called."""
import re
import subprocess


class Failure(Exception):
    """A step that did not work: a reason that groups, and the whole story."""

    def __init__(self, reason, story=""):
        super().__init__(reason)
        self.reason = reason
        self.story = story or reason


class Untried(Failure):
    """What cannot be tried here, for a reason that is not Strata's."""


def run(words, text=None, limit=300):
    return subprocess.run(words, input=text, capture_output=True, text=True, timeout=limit)


def without_names(message):
    """A message with its names taken out, so that the same failure reads the same."""
    message = re.sub(r'"[^"]*"', '"…"', message)
    message = re.sub(r"'[^']*'", "'…'", message)
    return re.sub(r"\d+", "N", message)


def reason_of_server(output):
    """The first error that psql or sqlite3 printed."""
    for line in output.splitlines():
        found = re.search(r"(ERROR|FATAL|Error|error)[^:]*: *(.*)", line)
        if found:
            return without_names(found[2])
    return without_names(output.strip().splitlines()[-1] if output.strip() else "no message")


def reason_of_tool(output):
    """Of `strata`: what it cannot say, by kind and without names."""
    kinds = re.search(r"a schema cannot say: (.*)", output, re.DOTALL)
    if kinds:
        named = {kind_of(each) for each in kinds[1].strip().split("; ")}
        return "cannot be read: " + ", ".join(sorted(named))
    line = next((each for each in output.splitlines() if "error" in each or "strata:" in each),
                output.strip()[:200])
    return without_names(re.sub(r"\b\w+\.\w+(\.\w+)*\b", "…", line))


KINDS = re.compile(
    r"^(partitioned table|foreign table|composite type|sequence|domain|range type|"
    r"aggregate or window function|rule|trigger|index|foreign key|virtual table|table|\w+)")


def kind_of(each):
    kind = KINDS.match(each)
    rest = re.search(r"(,.*| with .*| of a type)$", each)
    return (kind[1] if kind else each) + (rest[1] if rest else "")
