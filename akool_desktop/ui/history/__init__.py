"""Past sessions: searched, looked at, run again, written to a file."""
