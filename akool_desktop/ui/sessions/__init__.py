"""Sessions: created, followed, spoken through, handed on and ended."""
