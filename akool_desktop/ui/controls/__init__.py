"""What parts of the window are made of: controls, dialogs and layouts that know nothing of a session."""
