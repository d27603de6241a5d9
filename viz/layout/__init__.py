"""Positions for pictures of networks: arrays in, arrays out, the same each time."""
