"""The types of the GraphQL schema. Those derived from the declared model are generated; see `api.generate`."""
