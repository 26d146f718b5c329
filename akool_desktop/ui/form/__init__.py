"""The form: seven steps of rows, each with its label, its input and what is said about it."""
