"""What people typed becomes clean values; a form never saves."""
