"""The facilitator's questions, one a module: what is missing, who together make it, which groups, who connects."""
