"""The way in for files: read, map, validate, resolve, plan, load. Second stage of the flow."""
