"""Requests in, pages out; one query or one action each."""
