"""The command, in a process that kills itself before the n-th call of a function; after 0 it never does.

``python -m tests.contracts.killed_command 123456 load lijst.csv``. Batches and commits are small, so that a short list
takes many of them.
"""

from __future__ import annotations

import sys

from tests.contracts.killed_writer import Countdown


def main() -> None:
    """Run the command that the arguments name."""
    from graph.cli import main as command
    from graph.ingest import contents, pipeline
    from graph.store import committing

    contents.ROWS_AT_ONCE, committing.THINGS_AT_ONCE = 25, 40
    vars(pipeline)["MOST_CHANGES"] = 90
    moment = int(sys.argv.pop(1))
    if moment:
        sys.setprofile(Countdown(moment))
    command()


if __name__ == "__main__":
    main()
