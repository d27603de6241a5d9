"""The projection: what a viewer may see of the network, as index-ordered arrays and sparse matrices."""
