"""Presets: their panel, the one in the form, and all that comes in from elsewhere."""
