"""What Akool says: its endpoints, its replies as records, its refusals and our failures as cards.

The only room that imports httpx: ``connections`` and ``wire`` do, in a worker thread after the window has painted.
"""
