"""Pages and pictures: what people see of a network. Stands between the facade and the API."""
