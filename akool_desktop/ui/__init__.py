"""What the user sees: real widgets over the rooms below. Sentences are rendered here and nowhere else."""

import builtins

import PySide6.QtCore  # noqa: F401  # brings the hook that is taken out below

# PySide hooks every import from here on, to look in the module's source for "from __feature__ import", which nobody
# here writes: a fifth of the time that the imports take, and 11 MB of sources that it keeps.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
