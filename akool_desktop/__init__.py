"""Akool Desktop: a console for the people who run streaming avatars."""

__version__ = "0.1.0"
