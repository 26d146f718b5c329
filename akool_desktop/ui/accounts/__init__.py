"""Accounts: the two doors of the first run, which one pays, and where one is added or changed."""
