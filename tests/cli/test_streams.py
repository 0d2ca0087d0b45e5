"""What the standard streams do to a command: closed, full, cut off, or in an encoding that can't say a name."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
COMMAND = f"{sys.executable} -c 'from coopgraph.cli import main; main()'"


def _shell(script: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False, env=environment or None)
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    return done


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_closed_streams(closed: str) -> None:
    """What is said there goes nowhere, and the command ends as it would."""
    assert _shell(f"{COMMAND} query --list {closed}").returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_the_output() -> None:
    """It is told in one line, as a failure of the place and not of the program."""
    done = _shell(f"{COMMAND} query --list > /dev/full")
    assert done.returncode == 3
    assert done.stderr.startswith(b"coopgraph: output: ")
    assert done.stderr.count(b"\n") == 1


def test_a_reader_who_has_seen_enough(seeds: Path) -> None:
    """A pipe that closes early is no failure, whatever the command would have ended in."""
    done = _shell(f"{COMMAND} export -g {seeds} --to nquads | true; exit ${{PIPESTATUS[0]}}")
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_encoding_that_cannot_say_a_name(seeds: Path) -> None:
    """What can't be said on stderr is escaped there."""
    done = _shell(f"{COMMAND} show 'Đại học 大学' -g {seeds}", PYTHONIOENCODING="ascii", LANG="C")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
