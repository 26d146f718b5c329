"""No test touches the keyring of whoever runs it.

``packaging/test.py`` runs the tests in a throw-away D-Bus session with a Secret Service of its own and says so
with AKOOL_TEST_KEYRING=1. Without that, every keyring call fails, here and in the processes that tests start.
"""

import os

if os.environ.get("AKOOL_TEST_KEYRING") != "1":
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
