"""The command line: a command a file; each parses, calls and prints.

Only click is imported here: what a command needs is imported when it runs, so that `coopgraph --help` answers at once.
"""

import os
import sys
import traceback
from typing import NoReturn

import click

from coopgraph import __version__
from coopgraph.cli import (
    brokers,
    build,
    changes,
    check,
    completion,
    entities,
    evaluate,
    expiring,
    export,
    facts,
    partners,
    query,
    read,
    report,
    show,
    streams,
    suggest,
    view,
    what_if,
)
from coopgraph.cli.output import note
from coopgraph.errors import CoopgraphError, InputError, one_line

BUG = 4
INTERRUPTED = 130  # 128 + SIGINT, as shells have it


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="coopgraph")
def coopgraph() -> None:
    """Turn what is written about cooperation into a knowledge graph: ask it, rank it, look at it.

    Start with `coopgraph build FOLDER`, then `coopgraph partners` and `coopgraph view`.

    \b
    Exit codes: 0 fine; 1 nothing matches, or `check` found violations; 2 wrong use, a malformed query;
    3 an input or the source failed (the rest is written); 4 a bug.
    """


for _module in (
    build,
    facts,
    entities,
    show,
    partners,
    changes,
    brokers,
    what_if,
    suggest,
    query,
    expiring,
    view,
    report,
    check,
    export,
    read,
    evaluate,
    completion,
):
    coopgraph.add_command(_module.command)


def main() -> NoReturn:
    """Run the command line and leave with the exit code that fits; no traceback reaches the user."""
    streams.prepare()
    try:
        code = _run()
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except CoopgraphError as error:
        note(f"coopgraph: {error}")
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("coopgraph: interrupted; what was written before is untouched", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (`| head`) has seen enough.
        streams.abandon()
        code = 0
    except OSError as error:  # a full disk behind our output, no more processes: the system's word, and no bug
        streams.abandon()
        reason = error.strerror or type(error).__name__
        click.echo(f"coopgraph: {error.filename or 'output'}: {reason}; make room or choose another place", err=True)
        code = InputError.exit_code
    except Exception as error:  # noqa: BLE001  # the last resort: a bug is told in one line, too
        if os.environ.get("COOPGRAPH_DEBUG"):
            traceback.print_exc()
        text = one_line(error) or "no message"
        click.echo(f"coopgraph: a bug: {type(error).__name__}: {text}; set COOPGRAPH_DEBUG=1 to see where", err=True)
        code = BUG
    sys.exit(code if isinstance(code, int) else 0)


def _run() -> object:
    """Run the command; return its exit code, if it has one. Raises BrokenPipeError, which click makes an exit of 1."""
    stdout = sys.stdout
    try:
        return coopgraph.main(standalone_mode=False)
    except SystemExit as stop:
        if sys.stdout is not stdout:  # what click does to a broken pipe, and to nothing else
            raise BrokenPipeError from stop
        return stop.code
