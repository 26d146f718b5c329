"""What a session is: the form as a table, and what follows from it. No Qt, no network, no disk."""
