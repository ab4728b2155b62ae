"""Schakel: the platform on which a Dutch regional care network runs."""
