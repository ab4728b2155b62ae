"""Settings, root addresses, middleware and the command line; imported by nobody."""
