"""The look and feel."""
