"""What is public, and what comes from outside."""
