"""What the operator does: use cases over session, akool and store. No Qt."""
