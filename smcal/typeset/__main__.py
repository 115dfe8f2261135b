"""`python -m smcal.typeset` reads one job as JSON from standard input and prints its result as JSON.

A process of its own, because typst's memory shall not weigh on the window, and cancelling is killing.
"""

import json
import sys

from smcal.typeset.work import Job, typeset


def main() -> int:
    """Do one job."""
    job = Job(**json.loads(sys.stdin.buffer.read()))
    sys.stdout.write(json.dumps(typeset(job)._asdict()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
