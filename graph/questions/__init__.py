"""The facilitator's questions: what is missing, who together make it, which groups, who holds it together. One a module."""
