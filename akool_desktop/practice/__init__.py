"""A stand-in for Akool: a real HTTP service on this computer, for trying things where nothing costs money.

It answers the endpoints that a console needs, holds each create against the contract in ``resources/``, keeps
books of sessions and practice credits, and fails on demand. It knows no other room, so that what it says about
a request is a second opinion.
"""
