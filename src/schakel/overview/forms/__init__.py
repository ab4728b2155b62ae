"""What people type on pages that reach into several apps."""
