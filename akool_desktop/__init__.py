"""Akool Desktop: a console for the people who run streaming avatars."""

import sys

if sys.version_info >= (3, 15):
    # Under PySide's own import, what a library imports lazily is still a stand-in when a function gets it, and
    # "except Timeout" fails on that. So nothing is imported lazily.
    sys.set_lazy_imports_filter(lambda *_: False)

__version__ = "0.1.0"
