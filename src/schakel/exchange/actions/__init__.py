"""Loading a network file: every fact through the same action that a person would use, in one transaction."""

from schakel.exchange.actions.load import load_network

__all__ = ["load_network"]
