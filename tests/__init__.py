"""All tests of Schakel."""
