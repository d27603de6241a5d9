"""The map: a picture of the network that one can search, filter, focus and share, with a table behind it."""
