"""What we remember: accounts, choices, presets and sessions on the disk, secrets in the keyring.

The disk never holds a secret. Nothing here knows Akool, sessions or Qt.
"""
