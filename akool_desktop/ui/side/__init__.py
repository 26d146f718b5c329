"""The right column: what will happen, what is in the way, what failed, and the one thing to do next."""
