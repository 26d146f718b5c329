"""See and talk to the avatar: a page in the default browser, served from this computer for one session.

The browser is where all three vendors' SDKs run, with its codecs, its echo canceller and its microphone prompt.
The console stays in charge: it gives the page its credentials, hears what happens there, and speaks through it.
"""
