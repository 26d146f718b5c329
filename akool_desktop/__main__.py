"""python -m akool_desktop"""

import sys

from akool_desktop.start import main

if __name__ == "__main__":
    sys.exit(main())
