"""Look and feel: base page, components, CSS and the HTMX helper; knows nothing of care networks."""
