"""Changes over several apps: what one of them permits and another writes down."""
