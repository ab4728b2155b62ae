"""``python -m schakel``: the same command line as ``schakel``."""

import sys

from schakel.site.commandline import main

if __name__ == "__main__":
    sys.exit(main())
