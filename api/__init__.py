"""The service: GraphQL, health and the pages of every city, over HTTP. Last stage of the flow: nothing imports it."""
