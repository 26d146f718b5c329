"""What we remember: accounts and choices on the disk, secrets in the keyring.

The disk never holds a secret. Nothing here knows Akool, sessions or Qt.
"""
